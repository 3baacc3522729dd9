package io.gpuledger.ledger.budget;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.jspecify.annotations.Nullable;

/**
 * A budget in one of its periods.
 *
 * @param from start of the period, epoch milliseconds, inclusive
 * @param until its end, exclusive
 */
public record Plan(Budget budget, long from, long until) {

    /** The period an instant lies in; none where a budget that comes once is not in force. */
    public static @Nullable Plan at(Budget budget, long at) {
        if (budget.from() != null && budget.until() != null) {
            Plan once = new Plan(
                    budget, budget.from().toEpochMilli(), budget.until().toEpochMilli());
            return once.from <= at && at < once.until ? once : null;
        }
        LocalDate day = Instant.ofEpochMilli(at).atZone(budget.zoneInForce()).toLocalDate();
        LocalDate first = switch (budget.period()) {
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case DAY, ONCE -> day;
        };
        LocalDate next = switch (budget.period()) {
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
            case DAY, ONCE -> first.plusDays(1);
        };
        return new Plan(budget, midnight(budget, first), midnight(budget, next));
    }

    /** When the budget's first period after an instant in none begins; {@link Long#MAX_VALUE} where none does. */
    static long startAfter(Budget budget, long at) {
        long from = budget.from() == null ? Long.MAX_VALUE : budget.from().toEpochMilli();
        return from > at ? from : Long.MAX_VALUE;
    }

    public long millis() {
        return until - from;
    }

    private static long midnight(Budget budget, LocalDate day) {
        return day.atStartOfDay(budget.zoneInForce()).toInstant().toEpochMilli();
    }

    public Money amount() {
        return Money.ofDollars(budget.amount());
    }

    /** The budget spread evenly over the real length of its period. */
    public HourlyRate perHour() {
        return amount().perHourOver(until - from);
    }
}
