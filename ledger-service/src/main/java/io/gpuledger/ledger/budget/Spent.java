package io.gpuledger.ledger.budget;

import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Lines;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much of a budget is spent in the period an instant lies in. */
public record Spent(Plan plan, Money amount, long at) {

    private static final int PERCENT_DIGITS = 2;
    private static final int HOURS_DIGITS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HOUR_MILLIS = BigDecimal.valueOf(3_600_000);

    public static Spent of(Plan plan, Lines lines, long at) {
        return new Spent(plan, lines.between(plan.from(), at).cost(), at);
    }

    public BigDecimal percent() {
        return percentOf(amount);
    }

    /** An amount in percent of the budget, to two decimals. */
    public BigDecimal percentOf(Money of) {
        return new BigDecimal(of.units())
                .multiply(HUNDRED)
                .divide(new BigDecimal(plan.amount().units()), PERCENT_DIGITS, RoundingMode.HALF_EVEN);
    }

    public Money left() {
        return plan.amount().minus(amount);
    }

    /** Hours until the budget is gone at a burn, 0 where it is gone already; absent where nothing burns. */
    public @Nullable BigDecimal hoursLeft(HourlyRate burn) {
        if (left().signum() <= 0) {
            return BigDecimal.ZERO.setScale(HOURS_DIGITS);
        }
        return burn.nanoDollars() <= 0
                ? null
                : new BigDecimal(left().units())
                        .divide(
                                BigDecimal.valueOf(burn.nanoDollars()).multiply(HOUR_MILLIS),
                                HOURS_DIGITS,
                                RoundingMode.HALF_EVEN);
    }

    /** The same, but absent too where the period ends before. */
    public @Nullable BigDecimal hoursToExhaustion(HourlyRate burn) {
        BigDecimal hours = hoursLeft(burn);
        return hours == null || hours.multiply(HOUR_MILLIS).compareTo(BigDecimal.valueOf(plan.until() - at)) >= 0
                ? null
                : hours;
    }
}
