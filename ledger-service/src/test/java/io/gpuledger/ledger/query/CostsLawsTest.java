package io.gpuledger.ledger.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.query.cost.CostAnswer;
import io.gpuledger.ledger.query.cost.CostAnswer.State;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.cost.Windows;
import io.gpuledger.ledger.query.explain.ExplainQuestion;
import io.gpuledger.ledger.query.explain.Explanation;
import io.gpuledger.ledger.query.explain.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Costs against a slow reference, over random postings. */
@Label("the laws of costs")
class CostsLawsTest {

    private static final Page ALL = new Page(0, Page.LIMIT_MAX, false);
    private static final int SEEDS = 1_000_000;

    private static CostQuestion asked(Instant from, Instant until, Dimension... groupBy) {
        return new CostQuestion(from, until, List.of(groupBy), Map.of(), null, null);
    }

    private static CostQuestion asked(Random chance) {
        Instant one = Written.START.plusMillis(chance.nextLong(Written.SPAN));
        Instant other = Written.START.plusMillis(chance.nextLong(Written.SPAN));
        List<Dimension> dimensions = new ArrayList<>(Arrays.asList(Dimension.values()));
        Collections.shuffle(dimensions, chance);
        return asked(
                one.isBefore(other) ? one : other,
                (one.isBefore(other) ? other : one).plusMillis(1),
                dimensions.subList(0, chance.nextInt(4)).toArray(Dimension[]::new));
    }

    private static Money sum(CostAnswer answer) {
        return answer.rows().stream().map(CostAnswer.Row::cost).reduce(Money.ZERO, Money::plus);
    }

    private static void assertSame(CostAnswer.Row total, Slow slow, CostQuestion question) {
        assertThat(total.cost()).isEqualTo(slow.cost(question.from(), question.until()));
        assertThat(total.gpuTime()).isEqualTo(slow.gpuTime(question.from(), question.until()));
        assertThat(total.unpriced()).isEqualTo(slow.unpriced(question.from(), question.until()));
    }

    @Property(tries = 300)
    void anyOrderCostsWhatTheReferenceSaysAndEveryGroupingSumsToTheWhole(@ForAll @IntRange(max = SEEDS) int seed) {
        Random chance = new Random(seed);
        List<Posting> postings = new Written(chance).postings(60);
        CostQuestion question = asked(chance);
        List<Posting> shuffled = new ArrayList<>(postings);
        Collections.shuffle(shuffled, chance);

        CostAnswer answer = new Costs(new Shelf(postings)).cost(question, ALL);
        CostAnswer other = new Costs(new Shelf(shuffled)).cost(question, ALL);

        assertSame(answer.total(), new Slow(postings), question);
        assertThat(sum(answer)).isEqualTo(answer.total().cost());
        assertThat(other).isEqualTo(answer);
    }

    @Property(tries = 150)
    void aFilterLeavesWhatTheReferenceLeaves(@ForAll @IntRange(max = SEEDS) int seed) {
        Random chance = new Random(seed);
        List<Posting> postings = new Written(chance).postings(60);
        CostQuestion range = asked(chance);
        Map<Dimension, String> filters = Map.of(Dimension.POD, "pod-1", Dimension.OWNER, "research");

        CostQuestion question = new CostQuestion(range.from(), range.until(), List.of(), filters, null, null);
        CostAnswer answer = new Costs(new Shelf(postings)).cost(question, ALL);

        assertSame(
                answer.total(),
                new Slow(postings)
                        .of(posting -> posting.resource().equals("pod-1")
                                && posting.cell().owner().equals("research")),
                question);
    }

    @Property(tries = 150)
    void whatBillsCoverIsCountedAndAllOfItIsReconciled(@ForAll @IntRange(max = SEEDS) int seed) {
        Random chance = new Random(seed);
        List<Posting> postings = new Written(chance).postings(60);
        CostQuestion question = asked(chance);
        Dimension[] apart = {Dimension.RECONCILED, chance.nextBoolean() ? Dimension.POD : Dimension.SKU};
        Slow direct = new Slow(postings).of(posting -> posting.cell().component() != Component.OVERHEAD);
        Slow billed = direct.of(Posting::isBilled);

        CostAnswer answer = new Costs(new Shelf(postings)).cost(question.groupedBy(List.of(apart)), ALL);

        Money directCost = direct.cost(question.from(), question.until());
        Money billedCost = billed.cost(question.from(), question.until());
        GpuTime billedTime = billed.gpuTime(question.from(), question.until());
        boolean some = billedCost.signum() != 0 || billedTime.signum() != 0;
        boolean all =
                billedCost.equals(directCost) && billedTime.equals(direct.gpuTime(question.from(), question.until()));
        // GPU time that costs nothing is covered as well, though its share of the cost is no number.
        assertThat(answer.total().state() == State.RECONCILED).isEqualTo(some && all);
        assertThat(answer.total().reconciled() != null).isEqualTo(billedCost.signum() != 0 && directCost.signum() != 0);
        assertThat(answer.rows())
                .allSatisfy(row -> assertThat(row.state() == State.RECONCILED)
                        .isEqualTo("true".equals(row.group().get("reconciled"))));
    }

    @Property(tries = 150)
    void windowsAddUpToTheRangeByLinesAndByEntries(@ForAll @IntRange(max = SEEDS) int seed) {
        Random chance = new Random(seed);
        List<Posting> postings = new Written(chance).postings(40);
        CostQuestion range = asked(chance);
        Windows days = new Windows(
                chance.nextBoolean() ? Windows.Length.DAY : Windows.Length.HOUR, ZoneId.of("Europe/Berlin"));
        Costs costs = new Costs(new Shelf(postings));
        Slow slow = new Slow(postings);

        CostAnswer byLines = costs.cost(range.groupedBy(List.of()).in(days), ALL);
        CostAnswer byEntries =
                costs.cost(range.groupedBy(List.of(Dimension.POD)).in(days), ALL);

        assertSame(byLines.total(), slow, range);
        assertThat(byEntries.total()).isEqualTo(byLines.total());
        assertThat(byLines.rows())
                .allSatisfy(row -> assertThat(row.cost()).isEqualTo(slow.cost(row.from(), row.until())));
        assertThat(byEntries.rows())
                .allSatisfy(row -> assertThat(row.cost())
                        .isEqualTo(slow.of(posting ->
                                        posting.resource().equals(row.group().get("pod")))
                                .cost(row.from(), row.until())));
    }

    @Property(tries = 150)
    void asKnownAtAnswersFromWhatHadBeenPosted(@ForAll @IntRange(max = SEEDS) int seed) {
        Random chance = new Random(seed);
        List<Posting> postings = new Written(chance).postings(60);
        CostQuestion range = asked(chance);
        Instant known = Written.START.plusMillis(chance.nextLong(Written.SPAN));
        CostQuestion question = new CostQuestion(range.from(), range.until(), range.groupBy(), Map.of(), null, known);

        CostAnswer answer = new Costs(new Shelf(postings)).cost(question, ALL);

        assertSame(
                answer.total(),
                new Slow(postings).of(posting -> !posting.knownAt().isAfter(known)),
                question);
    }

    @Property(tries = 150)
    void anExplanationAddsUpToTheAmount(@ForAll @IntRange(max = SEEDS) int seed) {
        Random chance = new Random(seed);
        List<Posting> postings = new Written(chance).postings(60);
        CostQuestion range = asked(chance);
        Costs costs = new Costs(new Shelf(postings));

        Explanation explanation =
                costs.explain(new ExplainQuestion(range, new Page(0, ExplainQuestion.LIMIT_MAX, true)));

        assertThat(explanation.cost())
                .isEqualTo(costs.cost(range, ALL).total().cost())
                .isEqualTo(explanation.owners().stream()
                        .map(Explanation.Share::cost)
                        .reduce(Money.ZERO, Money::plus))
                .isEqualTo(explanation.parts().stream().map(Part::cost).reduce(Money.ZERO, Money::plus));
        assertThat(explanation.parts())
                .allSatisfy(part -> assertThat(
                                part.segments().stream().map(Part.Segment::cost).reduce(Money.ZERO, Money::plus))
                        .isEqualTo(part.cost()));
    }

    @Property(tries = 300)
    void foldingChangesNothingBetweenFullHoursWhateverComesBefore(@ForAll @IntRange(max = SEEDS) int seed) {
        Random chance = new Random(seed);
        List<Posting> postings = new Written(chance).postings(60);
        Shelf shelf = new Shelf(postings.subList(0, postings.size() / 2));
        Instant end = Written.START.plusMillis(Written.SPAN);
        for (int day = 0; day < 12; day++) {
            shelf.fold(end.plus(Duration.ofDays(day * 5L)), 1 + chance.nextInt(50));
            if (day == 5) {
                postings.subList(postings.size() / 2, postings.size()).forEach(shelf::book);
            }
        }
        CostQuestion random = asked(chance);
        CostQuestion question = asked(hour(random.from()), hour(random.until()).plusSeconds(3600), Dimension.OWNER);
        Instant border = hour(Written.START.plusMillis(chance.nextLong(Written.SPAN)));

        CostAnswer answer = new Costs(shelf).cost(question, ALL);

        assertSame(answer.total(), new Slow(postings), question);
        assertThat(cost(shelf, Written.START, border).plus(cost(shelf, border, end)))
                .isEqualTo(cost(shelf, Written.START, end));
    }

    private static Money cost(Shelf shelf, Instant from, Instant until) {
        return from.equals(until)
                ? Money.ZERO
                : new Costs(shelf).cost(asked(from, until), ALL).total().cost();
    }

    private static Instant hour(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.HOURS);
    }

    @Property(tries = 20)
    void whatLiesBehindTheHorizonIsAskedForByTheHourOrRefused(@ForAll @IntRange(max = SEEDS) int seed) {
        List<Posting> postings = new Written(new Random(seed)).postings(100);
        Shelf shelf = new Shelf(postings);
        shelf.fold(Written.START.plusMillis(4 * Written.SPAN), 100);
        Instant from = Written.START.plusMillis(1);
        Instant to = Written.START.plusMillis(Written.SPAN);

        if (refuses(shelf)) {
            assertThatThrownBy(() -> new Costs(shelf).cost(asked(from, to), ALL))
                    .hasMessageContaining("from must be on full hours (UTC) before the horizon");
            assertThatThrownBy(() -> new Costs(shelf)
                            .cost(new CostQuestion(Written.START, to, List.of(), Map.of(), null, Written.START), ALL))
                    .hasMessageContaining("asKnownAt must not be before the horizon");
        }
    }

    /** Something was folded: a lone step that still goes on is not. */
    private static boolean refuses(Shelf shelf) {
        return shelf.ask(books -> books.foldedUntil(Written.ACCOUNT)).stream()
                .anyMatch(until -> until > Written.START.toEpochMilli());
    }
}
