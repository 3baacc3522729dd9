package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.event.BookEntry;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tick;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Law 3 for rules: what fires in the end is a matter of what was told, and not of when it came. */
class RuleOrderLawsTest {

    private static final Instant START = Instant.parse("2026-11-20T10:00:00Z");
    private static final int MINUTES = 40;

    private static final String RULES = """
            budgets:
              - {name: a, owner: research, amount: 720}
              - {name: b, all: true, amount: 100, period: day}
            rules:
              - {name: plain, metric: burn_multiple, windows: [5m], above: 4, severity: page}
              - {name: patient, metric: burn_multiple, windows: [5m], above: 3, for: 7m, severity: page}
              - {name: sticky, metric: burn_multiple, windows: [5m], above: 6, clear: 2, severity: page}
              - {name: spent, metric: budget_percent, above: 1, severity: ticket}
              - {name: gone, metric: budget_hours, below: 24, clear: 26, severity: page}
            """;

    private static Posting step(Scope scope, int minute, long dollars) {
        Instant at = START.plusSeconds(60L * minute);
        return new Posting(
                scope,
                new Cell("research", null, null, Told.MAIN, null, Told.SKU, Tier.ON_DEMAND, Component.COMPUTE),
                "pod-" + minute,
                "pod",
                null,
                null,
                at,
                at,
                HourlyRate.ofDollars(String.valueOf(dollars)),
                1000,
                0,
                null,
                false,
                null,
                PriceSource.OBSERVED,
                "pod@" + minute);
    }

    private static List<BookEntry> postings(Random chance) {
        List<BookEntry> postings = new ArrayList<>();
        long rate = 0;
        for (int minute = 0; minute < MINUTES; minute += 1 + chance.nextInt(8)) {
            long next = chance.nextInt(12);
            postings.add(step(Scope.owner("research"), minute, next - rate));
            postings.add(step(Scope.ALL, minute, next - rate));
            rate = next;
        }
        return postings;
    }

    private static Tick tick(int minute) {
        return new Tick(Told.MAIN, START.plusSeconds(60L * minute), true, 0, 1);
    }

    /** The meters tell their ticks in order; what is booked may come before or after any of them. */
    private static List<BookEntry> told(List<BookEntry> postings, Random chance) {
        List<BookEntry> told = new ArrayList<>();
        for (int minute = 0; minute <= MINUTES; minute++) {
            told.add(tick(minute));
        }
        postings.forEach(posting -> told.add(chance.nextInt(told.size() + 1), posting));
        return told;
    }

    private static List<BookEntry> inOrder(List<BookEntry> postings) {
        List<BookEntry> told = new ArrayList<>();
        for (int minute = 0; minute <= MINUTES; minute++) {
            Tick tick = tick(minute);
            postings.stream()
                    .filter(one -> ((Posting) one).at().equals(tick.at()))
                    .forEach(told::add);
            told.add(tick);
        }
        return told;
    }

    private static Set<String> firing(List<BookEntry> told) throws ConfigFile.Refused {
        Set<String> firing = new TreeSet<>();
        try (Ledger ledger = new Ledger(ConfigFile.parse("test", RULES))) {
            told.forEach(ledger::told);
            ledger.told(tick(MINUTES + 1));
            for (Crossing crossing : ledger.crossings()) {
                if (crossing.state() == Crossing.State.FIRING) {
                    assertThat(firing.add(crossing.key())).as("told once").isTrue();
                } else {
                    firing.remove(crossing.key());
                }
            }
        }
        return firing;
    }

    @Property(tries = 20)
    void anyOrderOfTheSamePostingsEndsWithTheSameRulesFiring(@ForAll @IntRange(max = 1_000_000) int seed)
            throws ConfigFile.Refused {
        Random chance = new Random(seed);
        List<BookEntry> postings = postings(chance);

        assertThat(firing(told(postings, chance))).isEqualTo(firing(inOrder(postings)));
    }
}
