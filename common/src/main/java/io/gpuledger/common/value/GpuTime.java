package io.gpuledger.common.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * GPUs held for a while: an integer count of milli-GPU·milliseconds, of which 3.6·10⁹ are a GPU-hour. In JSON
 * {@code {"hours": "1.500000", "units": "5400000000"}}; {@code units} is the truth.
 */
public record GpuTime(BigInteger units) implements Comparable<GpuTime> {

    private static final BigDecimal UNITS_PER_HOUR = new BigDecimal("3600000000");
    private static final int SHOWN_DIGITS = 6;
    private static final long UNITS_PER_MICRO_HOUR = 3_600;

    public static final GpuTime ZERO = new GpuTime(BigInteger.ZERO);
    private static final Shown NOTHING = new Shown("0.000000", "0");

    public static GpuTime of(long milliGpus, long millis) {
        return new GpuTime(BigInteger.valueOf(milliGpus).multiply(BigInteger.valueOf(millis)));
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static GpuTime read(Shown shown) {
        if (shown.units() == null) {
            throw new InvalidValue("gpuTime.units", "is required");
        }
        return new GpuTime(Limits.integer("gpuTime.units", shown.units()));
    }

    @JsonValue
    Shown shown() {
        if (units.signum() == 0) {
            return NOTHING;
        }
        BigDecimal hours = new BigDecimal(Quotient.halfEven(units, UNITS_PER_MICRO_HOUR), SHOWN_DIGITS);
        return new Shown(hours.toPlainString(), units.toString());
    }

    /** GPU time as JSON shows it. */
    record Shown(@Nullable String hours, @Nullable String units) {}

    /** GPU-hours for showing, rounded half-even to so many decimals. */
    public BigDecimal hours(int decimals) {
        return new BigDecimal(units).divide(UNITS_PER_HOUR, decimals, RoundingMode.HALF_EVEN);
    }

    /** Cost per GPU-hour, half-even to a nano-dollar; absent where no GPU was held, never 0 and never NaN. */
    public @Nullable HourlyRate costPerHour(Money cost) {
        if (units.signum() <= 0) {
            return null;
        }
        // units of money per unit of GPU time × milli: (nano$·ms/h) ÷ (mGPU·ms ÷ 1000) is nano$/h per GPU
        return HourlyRate.ofNanoDollars(new BigDecimal(cost.units())
                .multiply(BigDecimal.valueOf(1000))
                .divide(new BigDecimal(units), 0, RoundingMode.HALF_EVEN));
    }

    public GpuTime plus(GpuTime other) {
        return new GpuTime(units.add(other.units));
    }

    public GpuTime minus(GpuTime other) {
        return new GpuTime(units.subtract(other.units));
    }

    public int signum() {
        return units.signum();
    }

    @Override
    public int compareTo(GpuTime other) {
        return units.compareTo(other.units);
    }

    @Override
    public String toString() {
        return hours(SHOWN_DIGITS).toPlainString() + " GPU-hours";
    }
}
