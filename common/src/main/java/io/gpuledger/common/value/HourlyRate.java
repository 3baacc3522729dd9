package io.gpuledger.common.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Dollars per hour, kept as an integer of nano-dollars per hour. In JSON a decimal string of dollars, {@code "0.69"},
 * exact to nine decimals. May be negative: a step down is a rate too.
 */
public record HourlyRate(long nanoDollars) implements Comparable<HourlyRate> {

    private static final int DIGITS = 9;
    private static final String TOO_MUCH = "must be below a billion dollars per hour";

    public static final HourlyRate ZERO = new HourlyRate(0);

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
        BigDecimal shown = dollars().stripTrailingZeros();
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }

    @Override
    public String toString() {
        return "$" + text() + "/h";
    }
}
