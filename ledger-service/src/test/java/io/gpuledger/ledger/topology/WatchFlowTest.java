package io.gpuledger.ledger.topology;

import static io.gpuledger.ledger.topology.Told.MAIN;
import static io.gpuledger.ledger.topology.Told.polled;
import static io.gpuledger.ledger.topology.Told.running;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.State;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.wire.DeadLetters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Rules of budgets, pods and the ledger itself, from what is told to what crosses. */
class WatchFlowTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");

    private static Instant min(long minutes) {
        return T.plusSeconds(60 * minutes);
    }

    private static Ledger ledger(String yaml) throws ConfigFile.Refused {
        return new Ledger(ConfigFile.parse("test", "owners: [{owner: research, namePattern: \"res-*\"}]\n" + yaml));
    }

    @Test
    void aBudgetTellsOfItsThresholdsAndOfItsEndWithinADay() throws ConfigFile.Refused {
        try (Ledger ledger = ledger("""
                budgets:
                  - {name: tiny, owner: research, amount: 10, period: once, from: 2026-11-20T00:00:00Z,
                     until: 2026-11-22T00:00:00Z, thresholds: [{percent: 50}]}
                rules:
                  - {name: gone, metric: budget_hours, below: 24, severity: page}
                """)) {
            ledger.told(running("res-1", T, "9.99"), polled(T, 1));
            ledger.told(running("res-1", min(30), "9.99"), polled(min(30), 1));
            List<Crossing> crossings = ledger.crossings();
            ledger.told(running("res-1", min(3000), "9.99"), polled(min(3000), 1));

            assertThat(crossings)
                    .extracting(Crossing::rule)
                    .containsExactlyInAnyOrder("gone", "budget-50-percent-spent");
            assertThat(crossings).allSatisfy(crossing -> {
                assertThat(crossing.budget()).isEqualTo("tiny");
                assertThat(crossing.state()).isEqualTo(State.FIRING);
            });
            assertThat(ledger.crossings())
                    .as("the period is over")
                    .hasSize(2)
                    .allSatisfy(crossing -> assertThat(crossing.state()).isEqualTo(State.RESOLVED));
        }
    }

    @Test
    void anIdlePodFiresForItselfAndClearsWhenItIsBusy() throws ConfigFile.Refused {
        try (Ledger ledger = ledger("""
                rules:
                  - {name: idle, metric: pod_idle_minutes, above: 30, severity: ticket}
                """)) {
            ledger.told(told(T)).told(polled(min(29), 0));
            assertThat(ledger.crossings()).isEmpty();

            ledger.told(polled(min(30), 0));
            assertThat(ledger.crossings()).singleElement().satisfies(crossing -> {
                assertThat(crossing.scope()).isEqualTo(Scope.account(MAIN));
                assertThat(crossing.resource()).isEqualTo("res-1");
                assertThat(crossing.value()).isEqualByComparingTo("30");
            });

            ledger.told(told(null)).told(polled(min(31), 0));
            assertThat(ledger.crossings()).extracting(Crossing::state).containsExactly(State.RESOLVED);
        }
    }

    private static PodTold told(@Nullable Instant idleSince) {
        return new PodTold(
                MAIN,
                "res-1",
                T,
                PodState.RUNNING,
                T,
                idleSince,
                true,
                "res-1",
                Told.SKU,
                1000,
                HourlyRate.ofDollars("1"),
                HourlyRate.ZERO,
                false);
    }

    @Test
    void aLedgerThatStandsStillIsToldOfByTheMachinesClockAlone() throws ConfigFile.Refused {
        try (Ledger ledger = ledger("""
                rules:
                  - {name: stalled, metric: ledger_stalled_minutes, above: 10, severity: page}
                """)) {
            ledger.told(polled(T, 0)).machineTimePasses(Duration.ofMinutes(9));
            assertThat(ledger.crossings()).isEmpty();

            ledger.machineTimePasses(Duration.ofMinutes(2));
            assertThat(ledger.crossings()).extracting(Crossing::state).containsExactly(State.FIRING);

            ledger.told(polled(min(1), 0));
            assertThat(ledger.crossings()).extracting(Crossing::state).containsExactly(State.RESOLVED);
        }
    }

    @Test
    void ofEveryMinuteTheLastBalanceIsKeptForThirtySixDaysWhateverTheOrder() throws ConfigFile.Refused {
        try (Ledger ledger = ledger("rules: []")) {
            Instant later = T.plus(Duration.ofDays(36));
            ledger.told(Told.balance(T.plusSeconds(50), "8"))
                    .told(Told.balance(T.plusSeconds(40), "9"))
                    .told(Told.balance(min(2), "7"))
                    .told(Told.balance(min(1), "6"))
                    .told(Told.balance(later.plusSeconds(60), "5"))
                    .told(Told.balance(T.plusSeconds(55), "4"), later);

            assertThat(ledger.pastBalances())
                    .extracting(AccountObserved::at)
                    .containsExactly(min(1), min(2), later.plusSeconds(60));
        }
    }

    @Test
    void aBalanceOfTheFutureIsBuriedAndDoesNotHideThoseThatComeUntilThen() throws ConfigFile.Refused {
        try (Ledger ledger = ledger("""
                rules:
                  - {name: low, metric: balance, below: 2, severity: page}
                """)) {
            ledger.told(Told.balance(min(6), "100"), T);
            ledger.told(Told.balance(min(5), "1"), T);

            assertThat(ledger.crossings()).extracting(Crossing::at).containsExactly(min(5));
            assertThat(ledger.deadLetters())
                    .singleElement()
                    .satisfies(letter -> assertThat(new String(
                                    letter.headers()
                                            .lastHeader(DeadLetters.REASON)
                                            .value(),
                                    UTF_8))
                            .startsWith("at must not be more than 5 minutes ahead"));
        }
    }

    @Test
    void costThatBelongsToNobodyIsAShareOfTheDay() throws ConfigFile.Refused {
        try (Ledger ledger = ledger("""
                rules:
                  - {name: orphans, metric: orphan_percent, above: 2, severity: ticket}
                """)) {
            ledger.told(running("res-1", T, "0.99"), running("other", T, "0.99"), polled(T, 2), polled(min(60), 0));

            assertThat(ledger.crossings())
                    .singleElement()
                    .satisfies(crossing -> assertThat(crossing.value()).isEqualByComparingTo("50"));
        }
    }

    @Test
    void aCorrectionMakesARuleWithAMemoryWhatItWouldHaveBeen() throws ConfigFile.Refused {
        String rules = """
                budgets: [{name: month, owner: research, amount: 720}]
                rules:
                  - {name: fast, metric: burn_multiple, windows: [5m], above: 4, clear: 2, for: 5m, severity: page}
                """;
        try (Ledger inOrder = ledger(rules);
                Ledger late = ledger(rules)) {
            for (int m = 0; m <= 30; m++) {
                inOrder.told(running("res-1", min(m), m < 20 ? "9.99" : "2.99"), polled(min(m), 1));
            }
            late.told(polled(min(30), 1));
            for (int m = 30; m >= 0; m--) {
                late.told(running("res-1", min(m), m < 20 ? "9.99" : "2.99"));
            }
            for (int m = 0; m < 30; m++) {
                late.told(polled(min(m), 1));
            }
            inOrder.told(running("res-1", min(31), "2.99"), polled(min(31), 1));
            late.told(running("res-1", min(31), "2.99"), polled(min(31), 1));

            assertThat(inOrder.crossings()).extracting(Crossing::state).containsExactly(State.FIRING);
            assertThat(late.crossings())
                    .last()
                    .satisfies(crossing -> assertThat(crossing.state()).isEqualTo(State.FIRING));
        }
    }
}
