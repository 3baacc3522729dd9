package io.gpuledger.ledger.bills;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.ledger.rating.Charge;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What bills cover is told apart from what they do not, and nothing else changes. */
@Label("the laws of what bills cover")
class CoverageLawsTest {

    private static final int END = 150;

    private final List<Stretch> stretches = new ArrayList<>();
    private final List<BillLine> lines = new ArrayList<>();

    private void made(Random chance) {
        stretches.clear();
        lines.clear();
        for (int i = chance.nextInt(5); i >= 0; i--) {
            long from = chance.nextInt(80);
            Span span = new Span(from, chance.nextInt(4) == 0 ? Span.OPEN : from + 1 + chance.nextInt(60));
            stretches.add(Billed.metered("owner-" + i, span, 1 + chance.nextInt(50), 1000));
        }
        for (int i = chance.nextInt(8); i > 0; i--) {
            long from = chance.nextInt(120);
            Span span = new Span(from, from + 1 + chance.nextInt(30));
            lines.add(
                    chance.nextInt(4) == 0
                            ? Billed.credit("line-" + i, span, -chance.nextInt(500))
                            : Billed.line("line-" + i, span, chance.nextInt(3000)));
        }
    }

    private boolean isBilled(long at) {
        return lines.stream()
                .filter(line -> line.kind() == BillLine.Kind.USAGE)
                .map(Period::span)
                .anyMatch(span -> span.from() <= at && at < span.until());
    }

    private static List<Charge> at(List<Stretch> stretches, long at) {
        return stretches.stream()
                .filter(stretch ->
                        stretch.span().from() <= at && at < stretch.span().until())
                .map(Stretch::charge)
                .toList();
    }

    @Property(tries = 1000)
    void everyMomentCostsWhatItDidAndIsMarkedWhereALineOfUsageCoversIt(@ForAll @IntRange(max = 1_000_000) int seed) {
        made(new Random(seed));

        Due marked = Coverage.mark(new Due(stretches, List.of()), Billed.book(lines.toArray(BillLine[]::new)));

        for (long at = 0; at < END; at++) {
            boolean billed = isBilled(at);
            assertThat(at(marked.stretches(), at))
                    .isEqualTo(at(stretches, at).stream()
                            .map(charge -> billed ? charge.billed() : charge)
                            .toList());
        }
    }

    @Property(tries = 200)
    void linesThatFollowOneAnotherAreOneStretch(@ForAll @IntRange(min = 1, max = 30) int days) {
        List<BillLine> daily = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            daily.add(Billed.line("day-" + day, new Span(24L * day, 24L * (day + 1)), 24));
        }

        Due marked = Coverage.mark(
                new Due(List.of(Billed.metered("lab", new Span(0, Span.OPEN), 1, 1000)), List.of()),
                Billed.book(daily.toArray(BillLine[]::new)));

        assertThat(marked.stretches())
                .extracting(Stretch::span)
                .containsExactly(new Span(0, 24L * days), new Span(24L * days, Span.OPEN));
    }
}
