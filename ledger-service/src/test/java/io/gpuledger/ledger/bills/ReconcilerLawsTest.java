package io.gpuledger.ledger.bills;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.rating.Due;
import io.gpuledger.ledger.rating.Impulse;
import io.gpuledger.ledger.rating.Span;
import io.gpuledger.ledger.rating.Stretch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Billed stays billed: laws 1 to 3 for bills, over random lives and random lines that nest, overlap and repeat. */
@Label("the laws of bills")
class ReconcilerLawsTest {

    private static Due life(Random chance) {
        List<Stretch> stretches = new ArrayList<>();
        for (int i = chance.nextInt(6); i > 0; i--) {
            long from = chance.nextInt(80);
            Span span = new Span(from, chance.nextInt(4) == 0 ? Span.OPEN : from + 1 + chance.nextInt(40));
            stretches.add(
                    Billed.metered("owner-" + chance.nextInt(3), span, chance.nextInt(50), 100L * chance.nextInt(9)));
        }
        return new Due(stretches, List.of());
    }

    private static List<BillLine> lines(Random chance) {
        List<BillLine> lines = new ArrayList<>();
        for (int i = chance.nextInt(8); i >= 0; i--) {
            long from = 10L * chance.nextInt(9);
            Span span = new Span(from, from + 10L * (1 + chance.nextInt(4)));
            String name = "line-" + chance.nextInt(6);
            lines.add(
                    chance.nextInt(5) == 0
                            ? Billed.credit(name, span, -chance.nextInt(500))
                            : Billed.at(chance.nextInt(3), Billed.line(name, span, chance.nextInt(3000))));
        }
        return lines;
    }

    private static Money sum(List<Impulse> impulses) {
        return impulses.stream().map(Impulse::amount).reduce(Money.ZERO, Money::plus);
    }

    @Property(tries = 1000)
    void whatWasMeteredAndWhatWasAdjustedIsWhatWasBilledForEveryLine(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        Reconciler.Settled settled = Billed.settle(life(chance), lines(chance).toArray(BillLine[]::new));
        Map<String, List<Impulse>> byLine = settled.due().impulses().stream()
                .collect(Collectors.groupingBy(impulse -> impulse.cause()
                        .substring(
                                impulse.cause().indexOf("line-"),
                                impulse.cause().indexOf('@'))));

        assertThat(settled.reconciled())
                .allSatisfy(said -> assertThat(said.metered().plus(sum(byLine.getOrDefault(said.line(), List.of()))))
                        .isEqualTo(said.billed()));
    }

    /** No moment is held against two lines, and what is billed twice at two grains is counted once. */
    @Property(tries = 1000)
    void noMomentIsMeteredTwiceAndNestedLinesAddUpToTheLongest(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        Due due = life(chance);
        List<BillLine> usage = lines(chance).stream()
                .filter(line -> line.kind() == BillLine.Kind.USAGE)
                .toList();
        BillLine all = Billed.line("all", new Span(0, 130), 9_999);
        Reconciler.Settled settled = Reconciler.settle(
                Billed.resource(99),
                due,
                Billed.book(usage.toArray(BillLine[]::new)).with(all));

        Money metered = settled.reconciled().stream().map(Reconciled::metered).reduce(Money.ZERO, Money::plus);
        Money billed = settled.reconciled().stream().map(Reconciled::billed).reduce(Money.ZERO, Money::plus);
        assertThat(metered)
                .isEqualTo(
                        Metered.in(List.of(new Span(0, 130)), due.stretches()).cost());
        assertThat(billed).isEqualTo(all.amount());
    }

    @Property(tries = 500)
    void theOrderOfTheLinesAndTheirRepetitionMakeNoDifference(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        Due due = life(chance);
        List<BillLine> lines = lines(chance);
        Reconciler.Settled inOrder = Billed.settle(due, lines.toArray(BillLine[]::new));
        List<BillLine> disturbed = new ArrayList<>(lines);
        disturbed.addAll(lines);
        Collections.shuffle(disturbed, chance);

        assertThat(Billed.settle(due, disturbed.toArray(BillLine[]::new))).isEqualTo(inOrder);
    }
}
