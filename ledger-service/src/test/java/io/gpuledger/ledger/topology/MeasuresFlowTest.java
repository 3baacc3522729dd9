package io.gpuledger.ledger.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.Component;
import io.gpuledger.common.event.DayMeasures;
import io.gpuledger.common.event.HourLooks;
import io.gpuledger.common.event.HoursClosed;
import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobTold;
import io.gpuledger.common.event.Reading;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Observations in, a day's measures out. */
class MeasuresFlowTest {

    private static final Instant DAY = Instant.parse("2026-11-20T00:00:00Z");
    private static final Scope RESEARCH = Scope.owner("research");

    private final Ledger ledger = new Ledger(new LedgerFile(
            List.of(),
            List.of(),
            List.of(new OwnerRule("research", null, null, null, "research-*", Map.of(), null, null)),
            List.of(),
            null,
            List.of(new Overhead(
                    "power",
                    Overhead.Kind.POWER,
                    HourlyRate.ofDollars("2"),
                    null,
                    DAY,
                    null,
                    null,
                    null,
                    Overhead.ShareBy.GPU_HOURS,
                    Map.of())),
            List.of(),
            null,
            null));

    private static Instant hour(int hour) {
        return DAY.plus(Duration.ofHours(hour));
    }

    /** A pod of research and one of nobody, for 24 hours and one more. */
    private void aDay() {
        for (int hour = 0; hour <= 25; hour++) {
            ledger.told(
                    Told.running("research-1", hour(hour), "1"),
                    Told.running("stray", hour(hour), "0.50"),
                    Told.polled(hour(hour), 2));
        }
    }

    private static Reading of(DayMeasures measures, String word) {
        return measures.readings().getOrDefault(word, Reading.absent("", "not read"));
    }

    private DayMeasures last(Scope scope) {
        return ledger.measures().stream()
                .filter(measures -> measures.scope().equals(scope))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void aClosedDayIsToldOnceForEveryOwnerAndForAll() {
        aDay();

        assertThat(ledger.measures())
                .extracting(measures -> measures.scope().key() + "@" + measures.from() + "#" + measures.revision())
                .containsExactlyInAnyOrder(
                        "all/all@" + DAY + "#0", "owner/research@" + DAY + "#0", "owner/unattributed@" + DAY + "#0");
    }

    @Test
    void costIsDirectAndNormalisedAndOrphansAreSeen() {
        aDay();

        List<DayMeasures> told = ledger.measures();
        DayMeasures research = told.stream()
                .filter(one -> one.scope().equals(RESEARCH))
                .findFirst()
                .orElseThrow();
        DayMeasures all = told.stream()
                .filter(one -> one.scope().equals(Scope.ALL))
                .findFirst()
                .orElseThrow();

        assertThat(of(research, "costPerGpuHour").value()).isEqualByComparingTo("1.01");
        assertThat(of(research, "costPerGpuHourNormalised").value()).isEqualByComparingTo("2.01");
        assertThat(of(all, "costPerGpuHour").value()).isEqualByComparingTo("0.76");
        assertThat(of(all, "orphanRate").value()).isEqualByComparingTo("33.5526");
        assertThat(of(all, "costDeviation").value()).isEqualByComparingTo("0");
        assertThat(of(all, "utilisation").absent()).isEqualTo("no utilisation was observed");
        assertThat(of(all, "chargebackAccuracy").absent()).isEqualTo("no bill was told");
    }

    @Test
    void looksAndBillsAreRestatedAsAFurtherRevision() {
        aDay();
        ledger.measures();

        Cell cell = new Cell("research", null, null, Told.MAIN, null, Told.SKU, Tier.ON_DEMAND, Component.COMPUTE);
        ledger.used(
                new HourLooks(cell, hour(3), 40 * 1000L, 1000, 0), new HourLooks(cell, hour(3), 90 * 1000L, 3000, 0));
        ledger.used(new Reconciled(
                Told.MAIN,
                "line-1",
                hour(30),
                "research-1",
                BillLine.Kind.USAGE,
                "research",
                DAY,
                hour(24),
                Money.ofDollars("25"),
                Money.ofDollars("24"),
                GpuTime.of(1000, Duration.ofHours(24).toMillis()),
                GpuTime.of(1000, Duration.ofHours(24).toMillis()),
                Reconciled.Cause.PRICE_DIFFERED));
        ledger.used(new HoursClosed(hour(26), hour(25), 0, 1));

        DayMeasures research = last(RESEARCH);
        assertThat(research.revision()).isEqualTo(1);
        assertThat(of(research, "utilisation").value()).isEqualByComparingTo("30");
        assertThat(of(research, "costPerUsefulGpuHour").value()).isEqualByComparingTo("3.366666667");
        assertThat(of(research, "billedGpuHours").value()).isEqualByComparingTo("24");
        assertThat(of(research, "chargebackAccuracy").value()).isEqualByComparingTo("96");
    }

    @Test
    void whatAJobCountedAndLostIsOfTheDayItEndedIn() {
        aDay();
        ledger.measures();

        ledger.told(job("train", hour(2), hour(24), new JobCounters(4L, null, 2_000L, null)));
        ledger.told(job("next", hour(24), hour(25), new JobCounters(100L, null, null, null)));
        ledger.used(new HoursClosed(hour(26), hour(25), 0, 1));

        DayMeasures research = last(RESEARCH);
        assertThat(of(research, "costPerEpoch").value()).isEqualByComparingTo("11");
        assertThat(of(research, "costPerThousandInferences").value()).isEqualByComparingTo("22");
        assertThat(of(research, "lostToPreemption").value()).isEqualByComparingTo("0");
    }

    @Test
    void aPreemptionTakesWhatWasSpentUntilItIsToldWhatHadBeenDone() {
        aDay();
        ledger.measures();

        ledger.told(preempted(null));
        ledger.used(new HoursClosed(hour(26), hour(25), 0, 1));
        DayMeasures lost = last(RESEARCH);
        ledger.told(preempted(new JobCounters(5L, null, null, null)));
        ledger.used(new HoursClosed(hour(26), hour(25), 0, 1));
        DayMeasures kept = last(RESEARCH);

        assertThat(of(lost, "lostToPreemption").value()).isEqualByComparingTo("10");
        assertThat(of(kept, "lostToPreemption").value()).isEqualByComparingTo("0");
        assertThat(of(kept, "costPerEpoch").value()).isEqualByComparingTo("2");
        assertThat(kept.revision()).isEqualTo(lost.revision() + 1);
    }

    private static JobTold preempted(@Nullable JobCounters counters) {
        return told("tune", hour(4), hour(9), true, counters);
    }

    private static JobTold job(String job, Instant from, Instant until, JobCounters counters) {
        return told(job, from, until, null, counters);
    }

    private static JobTold told(
            String job, Instant from, Instant until, @Nullable Boolean preempted, @Nullable JobCounters counters) {
        return new JobTold(
                Told.MAIN,
                job,
                "research-1",
                hour(26),
                "research",
                null,
                null,
                from,
                until,
                JobTold.State.STOPPED,
                1_000,
                1,
                preempted,
                counters,
                new JobTold.Spent(
                        until,
                        Money.ofDollars(preempted == null ? "44" : "10"),
                        GpuTime.of(1_000, Duration.between(from, until).toMillis()),
                        GpuTime.ZERO,
                        HourlyRate.ZERO,
                        0,
                        0),
                null,
                null);
    }
}
