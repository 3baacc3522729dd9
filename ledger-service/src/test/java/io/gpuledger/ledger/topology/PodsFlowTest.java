package io.gpuledger.ledger.topology;

import static io.gpuledger.ledger.topology.Told.MAIN;
import static io.gpuledger.ledger.topology.Told.failed;
import static io.gpuledger.ledger.topology.Told.polled;
import static io.gpuledger.ledger.topology.Told.running;
import static io.gpuledger.ledger.topology.Told.stopped;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.event.Crossing.State;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What single pods do, from what was observed to what crosses by the shipped rules. */
class PodsFlowTest {

    private static final Instant T = Instant.parse("2026-11-20T10:00:00Z");

    private Ledger ledger;

    @BeforeEach
    void withTheShippedRules() throws IOException, ConfigFile.Refused {
        ledger = ledger();
    }

    private static Ledger ledger() throws IOException, ConfigFile.Refused {
        String rules = Files.readString(Path.of("src/main/resources/shipped-rules.yaml"));
        return new Ledger(ConfigFile.parse("test", """
                owners: [{owner: research, namePattern: "res-*"}]
                assumedPrices: [{sku: NVIDIA GeForce RTX 4090, perGpuHour: 0.80}]
                """ + rules));
    }

    @AfterEach
    void done() {
        ledger.close();
    }

    private static Instant min(double minutes) {
        return T.plusMillis((long) (60_000 * minutes));
    }

    /** A poll that saw one pod, so busy. */
    private static List<PodEvent> used(Instant at, int percent) {
        return List.of(running("res-1", at, "0.80").again(at, percent), polled(at, 1));
    }

    private List<String> crossings(String rule) {
        return ledger.crossings().stream()
                .filter(crossing -> crossing.rule().startsWith(rule))
                .map(crossing -> crossing.state() + " " + crossing.rule() + " " + crossing.at())
                .toList();
    }

    private static List<PodEvent> idleFor(int minutes) {
        List<PodEvent> events = new ArrayList<>(used(T, 90));
        for (int minute = 1; minute <= minutes; minute++) {
            events.addAll(used(min(minute), minute % 5));
        }
        return events;
    }

    @Test
    void anIdlePodIsToldOfAfterHalfAnHourAndClearsWhenItIsBusy() {
        ledger.told(idleFor(30));
        assertThat(crossings("pod-idle")).isEmpty();

        ledger.told(used(min(31), 4));
        assertThat(ledger.crossings()).singleElement().satisfies(crossing -> {
            assertThat(crossing.rule()).isEqualTo("pod-idle-30m");
            assertThat(crossing.resource()).isEqualTo("res-1");
            assertThat(crossing.value()).isEqualByComparingTo("30");
            assertThat(crossing.moneyAtStake()).isNotNull();
        });

        ledger.told(used(min(32), 5));
        assertThat(crossings("pod-idle")).containsExactly("RESOLVED pod-idle-30m " + min(32));
    }

    @Test
    void anyOrderAndAnyDuplicationOfTheLooksFiresTheSame() throws Exception {
        List<PodEvent> events = idleFor(40);
        events.addAll(used(min(7.5), 50));
        for (int seed = 0; seed < 5; seed++) {
            Random chance = new Random(seed);
            List<PodEvent> disturbed = new ArrayList<>(events);
            disturbed.addAll(events);
            Collections.shuffle(disturbed, chance);
            try (Ledger other = ledger()) {
                other.told(disturbed);
                other.told(used(min(41), 0));
                assertThat(other.crossings())
                        .filteredOn(crossing -> crossing.rule().startsWith("pod-idle"))
                        .extracting(Crossing::rule, Crossing::state)
                        .as("seed %s", seed)
                        .containsExactly(tuple("pod-idle-30m", State.FIRING));
            }
        }
    }

    @Test
    void useThatMovesFromPollToPollIsNoNews() {
        List<PodEvent> events = new ArrayList<>();
        for (int second = 0; second < 3600; second += 10) {
            events.addAll(used(T.plusSeconds(second), second % 20 == 0 ? 0 : 70));
        }
        ledger.told(events);

        assertThat(ledger.entries(PodTold.class)).hasSize(1);
    }

    @Test
    void whatIsNotToldIsNotIdle() {
        for (int minute = 0; minute <= 60; minute++) {
            ledger.told(running("res-1", min(minute), "0.80"), polled(min(minute), 1));
        }

        assertThat(crossings("pod-idle")).isEmpty();
        assertThat(ledger.entries(PodTold.class)).singleElement().satisfies(told -> {
            assertThat(told.utilisationKnown()).isFalse();
            assertThat(told.idleSince()).isNull();
        });
    }

    @Test
    void whereNoNewsComesNobodyBecomesIdle() {
        ledger.told(idleFor(10));
        for (int minute = 11; minute < 60; minute++) {
            ledger.told(failed(min(minute)));
        }
        assertThat(crossings("pod-idle")).isEmpty();

        ledger.told(used(min(60), 0));
        assertThat(crossings("pod-idle")).containsExactly("FIRING pod-idle-30m " + min(60));
    }

    private static PodObserved spot(Instant at) {
        PodObserved pod = running("res-1", at, "0.80");
        return new PodObserved(
                MAIN,
                "res-1",
                at,
                PodState.RUNNING,
                null,
                pod.name(),
                pod.sku(),
                1000,
                Tier.SPOT,
                null,
                pod.price(),
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                null,
                Map.of());
    }

    @Test
    void aSpotPodThatEndsIsToldOfOnceAndForAnHour() {
        ledger.told(spot(T), polled(T, 1), polled(min(1), 0), polled(min(1), 0));
        assertThat(crossings("pod-ended")).containsExactly("FIRING pod-ended-unexpectedly " + min(1));

        ledger.told(spot(T), polled(min(2), 0), polled(min(60), 0));
        assertThat(crossings("pod-ended")).isEmpty();

        ledger.told(polled(min(61), 0));
        assertThat(crossings("pod-ended")).containsExactly("RESOLVED pod-ended-unexpectedly " + min(61));
    }

    @Test
    void aPodThatNobodyWorkedOnMayEnd() {
        ledger.told(running("res-1", T, "0.80"), polled(T, 1), stopped("res-1", min(1)), polled(min(1), 1));
        ledger.told(polled(min(2), 0));

        assertThat(crossings("pod-ended")).isEmpty();
    }

    @Test
    void aJobThatHadNotStoppedMakesItUnexpectedUntilItsStopIsTold() {
        JobStarted job = new JobStarted(MAIN, "res-1", "train-1", min(0.2), "research", null, null, 1000, Map.of());
        ledger.told(running("res-1", T, "0.80"), polled(T, 1), job, polled(min(1), 0));
        assertThat(crossings("pod-ended")).containsExactly("FIRING pod-ended-unexpectedly " + min(1));

        ledger.told(new JobStopped(MAIN, "res-1", "train-1", min(0.9), null, null), polled(min(2), 0));
        assertThat(crossings("pod-ended")).containsExactly("RESOLVED pod-ended-unexpectedly " + min(2));
    }

    @Test
    void aPriceThatDriftsIsToldOfOnce() {
        ledger.told(running("res-1", T, "0.80"), polled(T, 1));
        ledger.told(running("res-1", min(1), "0.90"), polled(min(1), 1));
        ledger.told(running("res-1", min(2), "0.90"), polled(min(2), 1), running("res-1", min(1), "0.90"));
        assertThat(crossings("price-drift")).containsExactly("FIRING price-drift " + min(1));

        ledger.told(running("res-1", min(3), "0.85"), polled(min(3), 1));
        assertThat(crossings("price-drift")).containsExactly("RESOLVED price-drift " + min(3));
    }

    @Test
    void disksOfStoppedPodsAddUp() {
        List<PodEvent> events = new ArrayList<>();
        for (int pod = 0; pod < 3; pod++) {
            events.add(stopped("res-" + pod, T));
        }
        events.add(polled(T, 3));
        ledger.told(events);
        assertThat(crossings("stopped-storage")).containsExactly("FIRING stopped-storage " + T);

        ledger.told(stopped("res-0", min(1)), stopped("res-1", min(1)), polled(min(1), 2));
        assertThat(crossings("stopped-storage")).containsExactly("RESOLVED stopped-storage " + min(1));
    }

    @Test
    void whoseDisksTheyAreIsNamedAndNotWhatRuns() {
        PodObserved large = stopped("res-large", T);
        ledger.told(
                running("res-running", min(-60), "5.00"),
                polled(min(-60), 1),
                running("res-running", T, "5.00"),
                stopped("res-small", T),
                withDisks(large, "0.06"),
                polled(T, 3));

        assertThat(ledger.crossings())
                .filteredOn(crossing -> crossing.rule().equals("stopped-storage"))
                .singleElement()
                .satisfies(crossing -> assertThat(crossing.contributors())
                        .extracting(Contributor::resource, Contributor::cost, Contributor::share, Contributor::account)
                        .containsExactly(
                                tuple("res-large", Money.ofDollars("1.44"), new BigDecimal("0.7500"), MAIN),
                                tuple("res-small", Money.ofDollars("0.48"), new BigDecimal("0.2500"), MAIN)));
    }

    private static PodObserved withDisks(PodObserved pod, String perHour) {
        return new PodObserved(
                pod.account(),
                pod.pod(),
                pod.at(),
                pod.state(),
                pod.startedAt(),
                pod.name(),
                pod.sku(),
                pod.milliGpus(),
                pod.tier(),
                pod.cluster(),
                pod.price(),
                pod.storageRunning(),
                HourlyRate.ofDollars(perHour),
                null,
                pod.labels());
    }

    @Test
    void itIsToldSinceWhenAPodIsAsItIs() {
        ledger.told(running("res-1", T, "0.80"), polled(T, 1));
        ledger.told(running("res-1", min(1), "0.85"), polled(min(1), 1));
        ledger.told(stopped("res-1", min(2)), polled(min(2), 1));
        ledger.told(stopped("res-1", min(3)), polled(min(3), 1), polled(min(4), 0));

        assertThat(ledger.entries(PodTold.class))
                .extracting(PodTold::state, PodTold::since)
                .containsExactly(
                        tuple(PodState.RUNNING, T),
                        tuple(PodState.RUNNING, T),
                        tuple(PodState.STOPPED, min(2)),
                        tuple(PodState.GONE, min(4)));
    }
}
