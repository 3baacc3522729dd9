package io.gpuledger.common.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Dollars per hour, kept as an integer of nano-dollars per hour. In JSON a decimal string of dollars, {@code "0.69"},
 * exact to nine decimals. May be negative: a step down is a rate too.
 */
public record HourlyRate(long nanoDollars) implements Comparable<HourlyRate> {

    private static final int DIGITS = 9;
    private static final String TOO_MUCH = "must be below a billion dollars per hour";

    public static final HourlyRate ZERO = new HourlyRate(0);

    /** No pod and no GPU costs more per hour; what says so is a mistake. */
    public static final HourlyRate PER_POD_MAX = ofDollars("1000000");

    public static final HourlyRate PER_GPU_MAX = ofDollars("1000");

    private static final BigDecimal MOST = new BigDecimal("999999999999999999");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static HourlyRate read(BigDecimal dollars) {
        return ofDollars(dollars);
    }

    /** Dollars per hour as written; digits finer than a nano-dollar are rounded half-even, here and nowhere else. */
    public static HourlyRate ofDollars(BigDecimal dollars) {
        BigDecimal bounded = Limits.decimal("rate", dollars, DIGITS, TOO_MUCH);
        BigDecimal nanos = bounded.movePointRight(DIGITS).setScale(0, RoundingMode.HALF_EVEN);
        InvalidValue.unless(nanos.precision() - nanos.scale() <= 2 * DIGITS, "rate", TOO_MUCH);
        return new HourlyRate(nanos.longValueExact());
    }

    public static HourlyRate ofDollars(String dollars) {
        try {
            return ofDollars(new BigDecimal(dollars));
        } catch (NumberFormatException e) {
            throw new InvalidValue("rate", "must be a decimal number of dollars per hour");
        }
    }

    /** A rate that was worked out, in nano-dollars per hour; beyond ±a billion dollars it is shown as that. */
    public static HourlyRate ofNanoDollars(BigDecimal nanos) {
        return new HourlyRate(nanos.min(MOST).max(MOST.negate()).longValue());
    }

    /** Refuses, by the field's name, what is negative or above a bound. */
    public static void check(String field, @Nullable HourlyRate rate, HourlyRate most) {
        InvalidValue.unless(rate == null || rate.nanoDollars >= 0, field, "must not be negative");
        InvalidValue.unless(
                rate == null || rate.nanoDollars <= most.nanoDollars, field, "must be at most " + most.text());
    }

    public HourlyRate plus(HourlyRate other) {
        return new HourlyRate(Math.addExact(nanoDollars, other.nanoDollars));
    }

    public HourlyRate minus(HourlyRate other) {
        return new HourlyRate(Math.subtractExact(nanoDollars, other.nanoDollars));
    }

    public HourlyRate negated() {
        return new HourlyRate(Math.negateExact(nanoDollars));
    }

    public boolean isZero() {
        return nanoDollars == 0;
    }

    /** Exact dollars per hour. */
    public BigDecimal dollars() {
        return BigDecimal.valueOf(nanoDollars, DIGITS);
    }

    @Override
    public int compareTo(HourlyRate other) {
        return Long.compare(nanoDollars, other.nanoDollars);
    }

    @JsonValue
    String text() {
        return dollars().stripTrailingZeros().toPlainString();
    }

    @Override
    public String toString() {
        return "$" + text() + "/h";
    }
}
