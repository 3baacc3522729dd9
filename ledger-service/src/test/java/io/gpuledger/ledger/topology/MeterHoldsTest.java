package io.gpuledger.ledger.topology;

import static io.gpuledger.ledger.topology.Told.MAIN;
import static io.gpuledger.ledger.topology.Told.failed;
import static io.gpuledger.ledger.topology.Told.polled;
import static io.gpuledger.ledger.topology.Told.running;
import static io.gpuledger.ledger.topology.Told.startedAt;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Metering;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** What is charged while nothing is heard, and what becomes of it when news comes. A pod at $0.99 with disks: $1/h. */
class MeterHoldsTest {

    private static final Instant T = Instant.parse("2025-11-20T10:00:00Z");
    private static final Predicate<Posting> ALL = posting -> posting.scope().equals(Scope.ALL);
    private static final Predicate<Posting> ESTIMATED = ALL.and(Posting::isHeld);
    private static final LedgerFile FILE = Ledger.file(List.of(), List.of(), List.of());

    private static Instant min(long minutes) {
        return T.plusSeconds(60 * minutes);
    }

    private static Money hours(long hours) {
        return Money.ofDollars(Long.toString(hours));
    }

    private static MeterAlone meter() {
        return new MeterAlone(FILE).told(startedAt("res-1", T, "0.99", T), polled(T, 1));
    }

    private static Money cost(Tally tally, Predicate<Posting> which, long minutes) {
        return tally.cost(which, T, min(minutes));
    }

    @Test
    void aFailedPollMarksCostAsEstimatedSinceTheLastCompleteOneAndEndsItAfterTheHold() {
        try (MeterAlone meter = meter().told(failed(min(60)))) {
            Tally tally = meter.tally();

            assertThat(cost(tally, ESTIMATED, 60)).isEqualTo(hours(1));
            assertThat(cost(tally, ALL, 100 * 60)).isEqualTo(hours(24));
        }
    }

    @Test
    void anAccountThatGoesSilentWhileAnotherMovesIsHeldToo() {
        AccountRef other = new AccountRef("runpod", "other");
        try (MeterAlone meter = meter()) {
            meter.told(new PollCompleted(other, min(10), 0, 0, 1));
            assertThat(cost(meter.tally(), ESTIMATED, 60)).isEqualTo(hours(1).minus(hours(1)));

            meter.told(new PollCompleted(other, min(11), 0, 0, 1));
            assertThat(cost(meter.tally(), ESTIMATED, 60)).isEqualTo(hours(1));
        }
    }

    @Test
    void newsThatItRanAllAlongConfirmsTheGap() {
        try (MeterAlone meter = meter().told(failed(min(60)))) {
            meter.told(startedAt("res-1", min(40 * 60), "0.99", T), polled(min(40 * 60), 1));
            Tally tally = meter.tally();

            assertThat(cost(tally, ESTIMATED, 60 * 60)).isEqualTo(Money.ZERO);
            assertThat(cost(tally, ALL, 40 * 60)).isEqualTo(hours(40));
        }
    }

    @Test
    void newsThatItIsGoneEndsTheEstimateThen() {
        try (MeterAlone meter = meter().told(failed(min(60)), polled(min(120), 0))) {
            Tally tally = meter.tally();

            assertThat(cost(tally, ESTIMATED, 600)).isEqualTo(hours(2));
            assertThat(cost(tally, ALL, 600)).isEqualTo(hours(2));
        }
    }

    @Test
    void newsThatItStartedAnewEndsTheEstimateAtThatStart() {
        try (MeterAlone meter = meter().told(failed(min(60)))) {
            meter.told(startedAt("res-1", min(30 * 60), "0.99", min(29 * 60)), polled(min(30 * 60), 1));
            Tally tally = meter.tally();

            assertThat(cost(tally, ESTIMATED, 40 * 60)).isEqualTo(hours(24));
            assertThat(cost(tally, ALL, 30 * 60)).isEqualTo(hours(25));
        }
    }

    @Test
    void aStopThatTheProviderDatesEndsTheChargeWhenItHappened() {
        try (MeterAlone meter = meter().told(failed(min(60)))) {
            meter.told(stoppedAt(min(180), min(30)), polled(min(180), 1));
            Tally tally = meter.tally();

            assertThat(cost(tally, ESTIMATED, 600)).isEqualTo(Money.ZERO);
            assertThat(cost(tally, ALL, 180)).isEqualTo(Money.ofDollars("0.55"));
        }
    }

    private static PodObserved stoppedAt(Instant at, Instant changedAt) {
        PodObserved pod = Told.stopped("res-1", at);
        return new PodObserved(
                pod.account(),
                pod.pod(),
                at,
                PodState.STOPPED,
                null,
                pod.name(),
                pod.sku(),
                pod.milliGpus(),
                pod.tier(),
                null,
                null,
                pod.storageRunning(),
                pod.storageStopped(),
                null,
                Map.of(),
                changedAt);
    }

    @Test
    void aPodSeenInAFailedPollIsNotHeld() {
        try (MeterAlone meter = meter().told(startedAt("res-1", min(60), "0.99", T), failed(min(60)))) {
            assertThat(cost(meter.tally(), ESTIMATED, 600)).isEqualTo(Money.ZERO);
        }
    }

    @Test
    void aHoldMayBeShorter() {
        LedgerFile file = new LedgerFile(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new Metering(Duration.ofHours(2), null, null, null),
                null);
        try (MeterAlone meter = new MeterAlone(file).told(running("res-1", T, "0.99"), polled(T, 1), failed(min(1)))) {
            assertThat(cost(meter.tally(), ALL, 600)).isEqualTo(hours(2));
        }
    }

    @Test
    void anOwnerRuleThatEndsHandsThePodOver() {
        LedgerFile file = Ledger.file(
                List.of(new OwnerRule("before", null, null, MAIN.toString(), null, Map.of(), null, min(60))),
                List.of(),
                List.of());
        try (MeterAlone meter = new MeterAlone(file).told(running("res-1", T, "0.99"), polled(T, 1))) {
            Tally tally = meter.tally();

            assertThat(cost(tally, posting -> posting.scope().equals(Scope.owner("before")), 180))
                    .isEqualTo(hours(1));
            assertThat(cost(tally, posting -> posting.scope().equals(Scope.owner("unattributed")), 180))
                    .isEqualTo(hours(2));
        }
    }

    @Test
    void whatComesFromTheFutureIsKeptAsADeadLetter() {
        try (MeterAlone meter = new MeterAlone(FILE)) {
            meter.told(running("res-1", T.plusSeconds(301), "0.99"), T);

            assertThat(meter.deadLetterReasons())
                    .containsExactly(
                            "at must not be more than 5 minutes ahead of the broker's time when it was written");
            assertThat(meter.postings()).isEmpty();
        }
    }
}
