package io.gpuledger.ledger.topology;

import static io.gpuledger.ledger.topology.Told.MAIN;
import static io.gpuledger.ledger.topology.Told.failed;
import static io.gpuledger.ledger.topology.Told.polled;
import static io.gpuledger.ledger.topology.Told.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.State;
import io.gpuledger.common.event.LettersBuried;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules as they are shipped, each from what is told to what crosses. */
class ShippedRulesFlowTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");

    private Ledger ledger;

    @BeforeEach
    void withTheShippedRules() throws IOException, ConfigFile.Refused {
        String rules = Files.readString(Path.of("src/main/resources/shipped-rules.yaml"));
        ledger = new Ledger(ConfigFile.parse("test", """
                owners: [{owner: research, namePattern: "res-*"}]
                assumedPrices: [{sku: NVIDIA GeForce RTX 4090, perGpuHour: 0.80}]
                """ + rules));
    }

    @AfterEach
    void done() {
        ledger.close();
    }

    private static Instant min(long minutes) {
        return T.plusSeconds(60 * minutes);
    }

    private void assertCrosses(String rule, State state) {
        assertThat(ledger.crossings())
                .filteredOn(crossing -> crossing.rule().equals(rule))
                .extracting(Crossing::state)
                .containsExactly(state);
    }

    private static PodTold pod(PodState state, String price, String storage, boolean ended) {
        return new PodTold(
                MAIN,
                "res-1",
                T,
                state,
                T,
                null,
                true,
                "res-1",
                Told.SKU,
                1000,
                HourlyRate.ofDollars(price),
                HourlyRate.ofDollars(storage),
                ended);
    }

    @Test
    void nearSpendLimit() {
        ledger.told(new AccountObserved(MAIN, T, Money.ofDollars("100"), null, HourlyRate.ofDollars("10")));
        ledger.told(running("res-1", T, "9.50"), polled(T, 1));
        assertCrosses("near-spend-limit", State.FIRING);

        ledger.told(running("res-1", min(1), "8.00"), polled(min(1), 1));
        assertCrosses("near-spend-limit", State.RESOLVED);
    }

    /** What a provider shows swings by what was charged between two looks; only money that came in ends it. */
    @Test
    void aBalanceThatSwingsAroundAThresholdCrossesItOnce() {
        for (int i = 0; i < 20; i++) {
            ledger.told(Told.balance(min(5L * i), i % 2 == 0 ? "10.40" : "9.70"));
        }
        assertCrosses("balance-below-10", State.FIRING);

        ledger.told(Told.balance(min(101), "12"));
        assertCrosses("balance-below-10", State.RESOLVED);
    }

    @Test
    void stoppedStorage() {
        ledger.told(pod(PodState.STOPPED, "0.80", "0.05", false)).told(polled(min(1), 0));
        assertCrosses("stopped-storage", State.FIRING);

        ledger.told(pod(PodState.GONE, "0.80", "0.05", false)).told(polled(min(2), 0));
        assertCrosses("stopped-storage", State.RESOLVED);
    }

    @Test
    void priceDrift() {
        ledger.told(pod(PodState.RUNNING, "0.90", "0", false)).told(polled(min(1), 0));
        assertCrosses("price-drift", State.FIRING);

        ledger.told(pod(PodState.RUNNING, "0.80", "0", false)).told(polled(min(2), 0));
        assertCrosses("price-drift", State.RESOLVED);
    }

    @Test
    void podEndedUnexpectedly() {
        ledger.told(pod(PodState.GONE, "0.80", "0", true)).told(polled(min(1), 0));
        assertCrosses("pod-ended-unexpectedly", State.FIRING);

        ledger.told(polled(min(61), 0));
        assertCrosses("pod-ended-unexpectedly", State.RESOLVED);
    }

    @Test
    void holdExhausted() {
        ledger.told(polled(T, 0), failed(min(24 * 60 - 1)));
        assertThat(ledger.crossings()).noneMatch(crossing -> crossing.rule().equals("hold-exhausted"));

        ledger.told(failed(min(24 * 60)));
        assertCrosses("hold-exhausted", State.FIRING);

        ledger.told(polled(min(24 * 60 + 1), 0));
        assertCrosses("hold-exhausted", State.RESOLVED);
    }

    @Test
    void deadLetters() {
        ledger.told(polled(T, 0)).told(new LettersBuried(T, T, 3)).told(polled(min(1), 0));
        assertCrosses("dead-letters", State.FIRING);

        ledger.told(polled(min(62), 0));
        assertCrosses("dead-letters", State.RESOLVED);
    }

    @Test
    void chargebackError() {
        ledger.told(new Reconciled(
                        MAIN,
                        "line-1",
                        T,
                        "res-1",
                        BillLine.Kind.USAGE,
                        "research",
                        T.minusSeconds(3600),
                        T,
                        Money.ofDollars("1.00"),
                        Money.ofDollars("0.90"),
                        GpuTime.of(1000, 3_600_000),
                        GpuTime.of(1000, 3_600_000),
                        Reconciled.Cause.PRICE_DIFFERED))
                .told(polled(min(1), 0));

        assertCrosses("chargeback-error", State.FIRING);
    }
}
