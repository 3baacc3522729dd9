package io.gpuledger.common.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * An exact amount of US dollars: an integer count of nano-dollar·milliseconds per hour, of which 3.6·10¹⁵ are a dollar.
 *
 * <p>In JSON {@code {"usd": "0.690000000", "units": "2484000000000000"}}; {@code units} is the truth, {@code usd} is
 * it rounded half-even to nano-dollars for reading.
 */
public record Money(BigInteger units) implements Comparable<Money> {

    private static final BigDecimal UNITS_PER_DOLLAR = new BigDecimal("3600000000000000");
    private static final int SHOWN_DIGITS = 9;
    private static final long UNITS_PER_NANO_DOLLAR = 3_600_000;
    private static final int DIGITS_MAX = 18;
    private static final int UNITS_BITS_MAX = 100;

    public static final Money ZERO = new Money(BigInteger.ZERO);
    private static final Shown NOTHING = new Shown("0.000000000", "0");

    /** Refuses, by the field's name, an amount so large that sums of it could not be kept exactly: beyond 2¹⁰⁰ units. */
    public static void check(String field, @Nullable Money amount) {
        InvalidValue.unless(
                amount == null || amount.units.bitLength() <= UNITS_BITS_MAX,
                field,
                "must be below 350 trillion dollars");
    }

    /** The cost of a rate held for so long; exact. */
    public static Money of(HourlyRate rate, long millis) {
        return new Money(BigInteger.valueOf(rate.nanoDollars()).multiply(BigInteger.valueOf(millis)));
    }

    /** Dollars as written; exact to 14 decimals, half-even to the unit beyond. */
    public static Money ofDollars(BigDecimal dollars) {
        BigDecimal bounded =
                Limits.decimal("money", dollars, DIGITS_MAX, "must have at most 18 digits before the point");
        return new Money(bounded.multiply(UNITS_PER_DOLLAR)
                .setScale(0, RoundingMode.HALF_EVEN)
                .toBigIntegerExact());
    }

    public static Money ofDollars(String dollars) {
        try {
            return ofDollars(new BigDecimal(dollars));
        } catch (NumberFormatException e) {
            throw new InvalidValue("money", "must be a decimal number of dollars");
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Money read(Shown shown) {
        if (shown.units() != null) {
            return new Money(Limits.integer("money.units", shown.units()));
        }
        if (shown.usd() == null) {
            throw new InvalidValue("money", "needs units or usd");
        }
        return ofDollars(shown.usd());
    }

    @JsonValue
    Shown shown() {
        if (units.signum() == 0) {
            return NOTHING;
        }
        BigDecimal dollars = new BigDecimal(Quotient.halfEven(units, UNITS_PER_NANO_DOLLAR), SHOWN_DIGITS);
        return new Shown(dollars.toPlainString(), units.toString());
    }

    /** Money as JSON shows it. */
    record Shown(@Nullable String usd, @Nullable String units) {}

    /** Dollars for showing, rounded half-even to so many decimals. */
    public BigDecimal dollars(int decimals) {
        return new BigDecimal(units).divide(UNITS_PER_DOLLAR, decimals, RoundingMode.HALF_EVEN);
    }

    public Money plus(Money other) {
        return new Money(units.add(other.units));
    }

    public Money minus(Money other) {
        return new Money(units.subtract(other.units));
    }

    public int signum() {
        return units.signum();
    }

    /** The mean rate of this amount over so many milliseconds (> 0), half-even to a nano-dollar per hour. */
    public HourlyRate perHourOver(long millis) {
        return HourlyRate.ofNanoDollars(
                new BigDecimal(units).divide(BigDecimal.valueOf(millis), 0, RoundingMode.HALF_EVEN));
    }

    @Override
    public int compareTo(Money other) {
        return units.compareTo(other.units);
    }

    @Override
    public String toString() {
        return "$" + dollars(SHOWN_DIGITS).stripTrailingZeros().toPlainString();
    }
}
