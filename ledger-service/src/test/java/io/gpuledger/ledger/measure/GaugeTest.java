package io.gpuledger.ledger.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Reading;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The formulas of the cost-per-GPU-hour guide, figure by figure. */
class GaugeTest {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private static Used used(String dollars, int gpuHours) {
        return new Used(Money.ofDollars(dollars), GpuTime.of(gpuHours * 1000L, HOUR));
    }

    private static Spent spent(Used direct, String overhead, String unattributed, Used spot, int allocatedHours) {
        return new Spent(
                direct,
                Money.ofDollars(overhead),
                Money.ofDollars(unattributed),
                spot,
                GpuTime.of(allocatedHours * 1000L, HOUR));
    }

    private static Facts facts(Spent spent) {
        return facts(spent, Busy.NEVER_SEEN, Work.NONE, Bills.NONE, null);
    }

    private static Facts facts(Spent spent, Busy busy, Work work, Bills bills, @Nullable HourlyRate plan) {
        return new Facts(DAY, spent, List.of(), busy, work, bills, plan);
    }

    private static @Nullable String value(Facts facts, Measure measure) {
        Reading reading = reading(facts, measure);
        return reading.value() == null
                ? null
                : reading.value().stripTrailingZeros().toPlainString();
    }

    private static Reading reading(Facts facts, Measure measure) {
        return Gauge.read(facts).getOrDefault(measure, Reading.absent("", "not read"));
    }

    /** Ten A100 80 GB at 1.89 for a day: 240 GPU-hours, $453.60; a quarter of it spot at 0.76 would be another row. */
    private static final Spent TEN_A100 = spent(used("453.60", 240), "120", "9.072", used("45.60", 60), 180);

    @Test
    void costPerGpuHourIsDirectAndNormalised() {
        Facts facts = facts(TEN_A100);

        assertThat(value(facts, Measure.COST_PER_GPU_HOUR)).isEqualTo("1.89");
        assertThat(value(facts, Measure.COST_PER_GPU_HOUR_NORMALISED)).isEqualTo("2.39");
        assertThat(value(facts, Measure.ALLOCATED_GPU_HOURS)).isEqualTo("180");
    }

    @Test
    void aFifthOfTheTimeBusyMakesAUsefulHourFiveTimesAsDear() {
        Facts facts = facts(TEN_A100, Busy.seen(30, 1000).plus(Busy.seen(10, 1000)), Work.NONE, Bills.NONE, null);

        assertThat(value(facts, Measure.UTILISATION)).isEqualTo("20");
        assertThat(value(facts, Measure.COST_PER_USEFUL_GPU_HOUR)).isEqualTo("9.45");
    }

    @Test
    void aLookAtEightGpusWeighsAsMuchAsEightLooksAtOne() {
        Facts facts = facts(TEN_A100, Busy.seen(90, 8000).plus(Busy.seen(0, 1000)), Work.NONE, Bills.NONE, null);

        assertThat(value(facts, Measure.UTILISATION)).isEqualTo("80");
    }

    @Test
    void costIsPerEpochAndPerThousandInferences() {
        Work work = new Work(
                new Work.Counted(40, Money.ofDollars("60")),
                new Work.Counted(3_000_000, Money.ofDollars("12")),
                Used.NOTHING);
        Facts facts = facts(TEN_A100, Busy.NEVER_SEEN, work, Bills.NONE, null);

        assertThat(value(facts, Measure.COST_PER_EPOCH)).isEqualTo("1.5");
        assertThat(value(facts, Measure.COST_PER_THOUSAND_INFERENCES)).isEqualTo("0.004");
    }

    @Test
    void burnIsPerHourAndAMultipleOfThePlan() {
        // 453.60 a day is 18.90 an hour; four times the plan pages
        Facts facts =
                facts(TEN_A100, Busy.NEVER_SEEN, Work.NONE, Bills.NONE, HourlyRate.ofDollars(new BigDecimal("4.725")));

        assertThat(value(facts, Measure.BURN)).isEqualTo("18.9");
        assertThat(value(facts, Measure.BURN_MULTIPLE)).isEqualTo("4");
    }

    @Test
    void orphanRateAtItsTargetIsTwoPercent() {
        assertThat(value(facts(TEN_A100), Measure.ORPHAN_RATE)).isEqualTo("2");
    }

    @Test
    void preemptionMakesAKeptSpotHourDearer() {
        // 60 spot hours at 0.76; 15 of them lost: 45.60 / 45
        Work work = new Work(Work.Counted.NOTHING, Work.Counted.NOTHING, used("11.40", 15));
        Facts facts = facts(TEN_A100, Busy.NEVER_SEEN, work, Bills.NONE, null);

        assertThat(value(facts, Measure.SPOT_SHARE)).isEqualTo("25");
        assertThat(value(facts, Measure.LOST_TO_PREEMPTION)).isEqualTo("11.4");
        assertThat(value(facts, Measure.SPOT_COST_PER_KEPT_GPU_HOUR)).isEqualTo("1.013333333");
    }

    @Test
    void deviationIsThatOfAllHoursEachCountingAlike() {
        // 1, 2, 3 and 6 dollars a GPU-hour: mean 3, variance (4 + 1 + 0 + 9) / 4 = 3.5
        List<Used> hours = List.of(used("1", 1), used("4", 2), used("0", 0), used("3", 1), used("18", 3));
        Facts facts = new Facts(DAY, TEN_A100, hours, null, null, null, null);

        assertThat(value(facts, Measure.COST_DEVIATION)).isEqualTo("1.870828693");
    }

    @Test
    void chargebackIsOffByWhatBillsAndMeterDifferInEitherDirection() {
        Bills bills = Bills.line(Money.ofDollars("100"), Money.ofDollars("97"), GpuTime.of(1000, 50 * HOUR))
                .plus(Bills.line(Money.ofDollars("100"), Money.ofDollars("107"), null));
        Facts facts = facts(TEN_A100, Busy.NEVER_SEEN, Work.NONE, bills, null);

        assertThat(value(facts, Measure.CHARGEBACK_ERROR)).isEqualTo("5");
        assertThat(value(facts, Measure.CHARGEBACK_ACCURACY)).isEqualTo("95");
        assertThat(value(facts, Measure.BILLED_GPU_HOURS)).isEqualTo("50");
    }

    @Test
    void whatCannotBeKnownIsAbsentWithTheReason() {
        Map<Measure, Reading> readings = Gauge.read(new Facts(DAY, Spent.NOTHING, List.of(), null, null, null, null));

        assertThat(readings).containsOnlyKeys(Measure.values());
        assertThat(readings.get(Measure.BURN)).isEqualTo(Reading.of(BigDecimal.ZERO, "USD/h"));
        readings.forEach((measure, reading) -> {
            if (measure != Measure.BURN) {
                assertThat(reading.value()).as("%s", measure).isNull();
                assertThat(reading.absent()).as("%s", measure).isNotBlank();
            }
        });
        assertThat(reading(facts(Spent.NOTHING), Measure.UTILISATION).absent())
                .isEqualTo("no utilisation was observed");
    }
}
