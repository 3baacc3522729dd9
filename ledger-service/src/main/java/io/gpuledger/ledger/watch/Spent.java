package io.gpuledger.ledger.watch;

import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.budget.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much of a budget is spent in the period an instant lies in. */
public record Spent(Plan plan, Money amount) {

    private static final int DIGITS = 2;

    public BigDecimal percent() {
        return new BigDecimal(amount.units())
                .multiply(BigDecimal.valueOf(100))
                .divide(new BigDecimal(plan.amount().units()), DIGITS, RoundingMode.HALF_EVEN);
    }

    Money left() {
        return plan.amount().minus(amount);
    }

    /** Hours until the budget is gone at a burn; absent where nothing burns, 0 where it is gone. */
    @Nullable BigDecimal hoursLeft(HourlyRate burn) {
        return burn.nanoDollars() <= 0
                ? null
                : left().dollars(9).max(BigDecimal.ZERO).divide(burn.dollars(), DIGITS, RoundingMode.HALF_EVEN);
    }
}
