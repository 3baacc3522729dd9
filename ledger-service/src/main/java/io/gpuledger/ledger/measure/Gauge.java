package io.gpuledger.ledger.measure;

import io.gpuledger.common.event.Reading;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// the facts of a group in a period -> a reading of every measure
public final class Gauge {

    private static final int MONEY_DIGITS = 9;
    private static final int PERCENT_DIGITS = 4;
    private static final int HOUR_DIGITS = 6;
    private static final BigDecimal UNITS_PER_DOLLAR =
            new BigDecimal(Money.ofDollars(BigDecimal.ONE).units());
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Far more digits than are shown. */
    private static final MathContext EXACTLY = new MathContext(60, RoundingMode.HALF_EVEN);

    private static final String NO_GPU_TIME = "no GPU was held";
    private static final String NO_COST = "nothing was spent";
    private static final String NO_JOBS = "what jobs did is not known by these dimensions, nor of days on measures.v1";
    private static final String NOT_OF_THE_GROUP = "is not known by these dimensions";

    private final Facts facts;
    private final Map<Measure, Reading> readings = new EnumMap<>(Measure.class);

    private Gauge(Facts facts) {
        this.facts = facts;
    }

    public static Map<Measure, Reading> read(Facts facts) {
        Gauge gauge = new Gauge(facts);
        gauge.readGpuHours();
        gauge.readCost();
        gauge.readUtilisation();
        gauge.readWork();
        gauge.readSpot();
        gauge.readDeviation();
        gauge.readBills();
        return gauge.readings;
    }

    private void readGpuHours() {
        GpuTime allocated = facts.spent().allocated();
        if (allocated.signum() == 0) {
            absent(Measure.ALLOCATED_GPU_HOURS, "no job held a GPU");
        } else {
            put(Measure.ALLOCATED_GPU_HOURS, allocated.hours(HOUR_DIGITS));
        }
    }

    private void readCost() {
        Used direct = facts.spent().direct();
        perGpuHour(Measure.COST_PER_GPU_HOUR, direct);
        perGpuHour(
                Measure.COST_PER_GPU_HOUR_NORMALISED,
                new Used(direct.cost().plus(facts.spent().overhead()), direct.gpuTime()));
        HourlyRate burn = direct.cost().perHourOver(facts.millis());
        put(Measure.BURN, burn.dollars());
        if (facts.plan() == null || facts.plan().nanoDollars() <= 0) {
            absent(Measure.BURN_MULTIPLE, "it has no budget of its own");
        } else {
            put(
                    Measure.BURN_MULTIPLE,
                    burn.dollars().divide(facts.plan().dollars(), PERCENT_DIGITS, RoundingMode.HALF_EVEN));
        }
        percent(
                Measure.ORPHAN_RATE,
                facts.spent().unattributed().units(),
                direct.cost().units(),
                NO_COST);
    }

    private void readUtilisation() {
        Busy busy = facts.busy();
        Used direct = facts.spent().direct();
        if (busy == null || busy.milliGpus().signum() == 0) {
            String reason = busy == null ? NOT_OF_THE_GROUP : "no utilisation was observed";
            absent(Measure.UTILISATION, reason);
            absent(Measure.COST_PER_USEFUL_GPU_HOUR, reason);
            return;
        }
        put(
                Measure.UTILISATION,
                new BigDecimal(busy.percents())
                        .divide(new BigDecimal(busy.milliGpus()), PERCENT_DIGITS, RoundingMode.HALF_EVEN));
        if (busy.percents().signum() == 0) {
            absent(Measure.COST_PER_USEFUL_GPU_HOUR, "no GPU was busy");
        } else {
            // useful time = held × percents ÷ (100 × milli-GPUs looked at)
            perGpuHour(
                    Measure.COST_PER_USEFUL_GPU_HOUR,
                    new BigDecimal(direct.cost().units()).multiply(HUNDRED).multiply(new BigDecimal(busy.milliGpus())),
                    new BigDecimal(direct.gpuTime().units()).multiply(new BigDecimal(busy.percents())));
        }
    }

    private void readWork() {
        Work work = facts.work();
        String reason = work == null ? NO_JOBS : "no job counted any";
        per(Measure.COST_PER_EPOCH, work == null ? Work.Counted.NOTHING : work.epochs(), 1, reason);
        per(
                Measure.COST_PER_THOUSAND_INFERENCES,
                work == null ? Work.Counted.NOTHING : work.inferences(),
                1_000,
                reason);
    }

    private void per(Measure measure, Work.Counted counted, long each, String reason) {
        if (counted.count() == 0) {
            absent(measure, reason);
        } else {
            put(
                    measure,
                    new BigDecimal(counted.cost().units())
                            .multiply(BigDecimal.valueOf(each))
                            .divide(
                                    UNITS_PER_DOLLAR.multiply(BigDecimal.valueOf(counted.count())),
                                    MONEY_DIGITS,
                                    RoundingMode.HALF_EVEN));
        }
    }

    private void readSpot() {
        Used spot = facts.spent().spot();
        percent(
                Measure.SPOT_SHARE,
                spot.gpuTime().units(),
                facts.spent().direct().gpuTime().units(),
                NO_GPU_TIME);
        if (facts.work() == null) {
            absent(Measure.LOST_TO_PREEMPTION, NO_JOBS);
            absent(Measure.SPOT_COST_PER_KEPT_GPU_HOUR, NO_JOBS);
            return;
        }
        Used lost = facts.work().lost();
        put(Measure.LOST_TO_PREEMPTION, lost.cost().dollars(MONEY_DIGITS));
        perGpuHour(
                Measure.SPOT_COST_PER_KEPT_GPU_HOUR,
                new Used(spot.cost(), spot.gpuTime().minus(lost.gpuTime())));
    }

    /** The deviation of all of them, not of a sample: the square root of the mean squared distance from the mean. */
    private void readDeviation() {
        List<BigDecimal> costs = facts.hours().stream()
                .filter(hour -> hour.gpuTime().signum() > 0)
                .map(hour -> dollarsPerGpuHour(
                        new BigDecimal(hour.cost().units()),
                        new BigDecimal(hour.gpuTime().units())))
                .toList();
        if (costs.size() < 2) {
            absent(Measure.COST_DEVIATION, "fewer than two hours held a GPU");
            return;
        }
        BigDecimal count = BigDecimal.valueOf(costs.size());
        BigDecimal mean = sum(costs).divide(count, EXACTLY);
        BigDecimal variance = sum(costs.stream()
                        .map(cost -> cost.subtract(mean).pow(2, EXACTLY))
                        .toList())
                .divide(count, EXACTLY);
        put(Measure.COST_DEVIATION, variance.sqrt(EXACTLY).setScale(MONEY_DIGITS, RoundingMode.HALF_EVEN));
    }

    private void readBills() {
        Bills bills = facts.bills();
        String reason = bills == null ? NOT_OF_THE_GROUP : "no bill was told";
        if (bills == null || bills.gpuTime() == null) {
            absent(
                    Measure.BILLED_GPU_HOURS,
                    bills != null && bills.lines() > 0 ? "no line of a bill tells GPU time" : reason);
        } else {
            put(Measure.BILLED_GPU_HOURS, bills.gpuTime().hours(HOUR_DIGITS));
        }
        if (bills == null || bills.billed().signum() == 0) {
            absent(Measure.CHARGEBACK_ERROR, reason);
            absent(Measure.CHARGEBACK_ACCURACY, reason);
            return;
        }
        BigDecimal error = share(bills.off().units(), bills.billed().units());
        put(Measure.CHARGEBACK_ERROR, error);
        put(Measure.CHARGEBACK_ACCURACY, HUNDRED.subtract(error).max(BigDecimal.ZERO));
    }

    private void percent(Measure measure, BigInteger part, BigInteger whole, String reason) {
        if (whole.signum() <= 0) {
            absent(measure, reason);
        } else {
            put(measure, share(part, whole));
        }
    }

    private static BigDecimal share(BigInteger part, BigInteger whole) {
        return new BigDecimal(part)
                .multiply(HUNDRED)
                .divide(new BigDecimal(whole), PERCENT_DIGITS, RoundingMode.HALF_EVEN);
    }

    private void perGpuHour(Measure measure, Used used) {
        perGpuHour(
                measure,
                new BigDecimal(used.cost().units()),
                new BigDecimal(used.gpuTime().units()));
    }

    private void perGpuHour(Measure measure, BigDecimal costUnits, BigDecimal gpuUnits) {
        if (gpuUnits.signum() <= 0) {
            absent(measure, NO_GPU_TIME);
        } else {
            put(measure, dollarsPerGpuHour(costUnits, gpuUnits).setScale(MONEY_DIGITS, RoundingMode.HALF_EVEN));
        }
    }

    /** (nano$·ms/h) ÷ (mGPU·ms) is micro-dollars per GPU-hour. */
    private static BigDecimal dollarsPerGpuHour(BigDecimal costUnits, BigDecimal gpuUnits) {
        return costUnits.divide(gpuUnits, EXACTLY).movePointLeft(6);
    }

    private static BigDecimal sum(List<BigDecimal> numbers) {
        return numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private void put(Measure measure, BigDecimal value) {
        readings.put(measure, Reading.of(value, measure.unit()));
    }

    private void absent(Measure measure, String reason) {
        readings.put(measure, Reading.absent(measure.unit(), reason));
    }
}
