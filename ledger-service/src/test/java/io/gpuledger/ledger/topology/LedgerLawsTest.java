package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Laws 1 to 3 over random histories: exact, conserved, free of order. */
@Label("the laws of the ledger")
class LedgerLawsTest {

    private static final List<String> OWNERS = List.of("even", "early", "late", Cell.UNATTRIBUTED);
    private static final List<AccountRef> ACCOUNTS = List.of(History.MAIN, History.SPARE, History.TOLD);

    private static final LedgerFile FILE = Ledger.file(
            List.of(
                    new OwnerRule("even", "llm", "cc-1", null, "*-0", Map.of(), null, null),
                    new OwnerRule("early", null, "cc-1", null, "*-1", Map.of(), null, minutes(1.5)),
                    new OwnerRule("late", "llm", null, "runpod/main", null, Map.of(), minutes(3.2), minutes(2000))),
            List.of(),
            List.of());

    private static Instant minutes(double minutes) {
        return History.START.plusMillis((long) (60_000 * minutes));
    }

    private static Tally tally(List<PodEvent> events) {
        try (MeterAlone meter = new MeterAlone(FILE).told(events)) {
            return meter.tally();
        }
    }

    /** A range of the history, its end mostly within the first minutes, where most happens. */
    private record Range(Instant from, Instant until) {
        static Range of(Random chance) {
            Instant from = History.START.minusSeconds(chance.nextInt(9_000));
            long whole = Duration.between(History.START, History.END).toMillis();
            long length = chance.nextBoolean() ? chance.nextLong(whole) : chance.nextLong(3_600_000);
            return new Range(from, History.START.plusMillis(length));
        }
    }

    private static Predicate<Posting> in(Scope scope) {
        return posting -> posting.scope().equals(scope);
    }

    private static void assertSame(Tally tally, Reference expected, Range range) {
        Instant from = range.from();
        Instant until = range.until();
        for (AccountRef account : ACCOUNTS) {
            assertThat(tally.cost(in(Scope.account(account)), from, until))
                    .as("%s", account)
                    .isEqualTo(expected.cost(row -> row.account().equals(account), from, until));
        }
        for (String owner : OWNERS) {
            assertThat(tally.cost(in(Scope.owner(owner)), from, until))
                    .as("%s", owner)
                    .isEqualTo(expected.cost(row -> row.owner().equals(owner), from, until));
        }
        assertThat(tally.cost(in(Scope.ALL).and(Posting::isHeld), from, until))
                .as("estimated")
                .isEqualTo(expected.cost(Reference.Row::estimated, from, until));
        assertThat(tally.gpuTime(in(Scope.ALL), from, until))
                .as("GPU time")
                .isEqualTo(expected.gpuTime(row -> true, from, until));
    }

    @Property(tries = 200)
    void anyOrderAndAnyDuplicationCostsWhatTheReferenceSays(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        History history = History.of(chance, true);
        List<PodEvent> events = history.events(1).getFirst();
        Reference expected = new Reference(FILE, events);
        Range range = Range.of(chance);

        assertSame(tally(events), expected, range);
        assertSame(tally(history.disturbed(events)), expected, range);
    }

    @Property(tries = 100)
    void fourMetersCostWhatOneWould(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        History history = History.of(chance, false);
        Range range = Range.of(chance);

        Tally together = new Tally();
        for (List<PodEvent> events : history.events(4)) {
            try (MeterAlone meter = new MeterAlone(FILE).told(history.disturbed(events))) {
                together.add(meter.postings());
            }
        }

        assertSame(together, new Reference(FILE, history.events(1).getFirst()), range);
    }

    @Property(tries = 200)
    void listsInAnyOrderPriceWhatTheReferenceSays(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        History history = History.of(chance, true);
        List<Event> events = new ArrayList<>(history.events(1).getFirst());
        events.addAll(history.lists());
        Reference expected = new Reference(FILE, events);
        Range range = Range.of(chance);

        try (MeterAlone meter = new MeterAlone(FILE).happened(history.disturbed(events))) {
            assertSame(meter.tally(), expected, range);
        }
    }

    @Property(tries = 100)
    void partsAddUpToTheWholeAndPiecesToTheRange(@ForAll @IntRange(max = 1_000_000) int seed) {
        Random chance = new Random(seed);
        History history = History.of(chance, true);
        Range range = Range.of(chance);
        long length = Duration.between(range.from(), range.until()).toMillis();
        Instant cut = range.from().plusMillis(chance.nextLong(length + 1));

        Tally tally = tally(history.disturbed(history.events(1).getFirst()));
        Money whole = tally.cost(in(Scope.ALL), range.from(), range.until());

        for (Scope.Kind kind : List.of(Scope.Kind.OWNER, Scope.Kind.ACCOUNT)) {
            assertThat(tally.cost(posting -> posting.scope().kind() == kind, range.from(), range.until()))
                    .as("%s", kind)
                    .isEqualTo(whole);
        }
        Predicate<Posting> all = in(Scope.ALL);
        for (String project : List.of("llm")) {
            assertThat(tally.cost(in(new Scope(Scope.Kind.PROJECT, project)), range.from(), range.until()))
                    .isEqualTo(tally.cost(
                            all.and(posting -> project.equals(posting.cell().project())), range.from(), range.until()));
        }
        assertThat(tally.cost(in(new Scope(Scope.Kind.COST_CENTRE, "cc-1")), range.from(), range.until()))
                .isEqualTo(tally.cost(
                        all.and(posting -> "cc-1".equals(posting.cell().costCentre())), range.from(), range.until()));
        assertThat(tally.cost(all, range.from(), cut).plus(tally.cost(all, cut, range.until())))
                .isEqualTo(whole);
    }
}
