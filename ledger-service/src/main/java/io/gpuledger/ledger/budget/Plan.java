package io.gpuledger.ledger.budget;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * A budget in one of its periods.
 *
 * @param from start of the period, epoch milliseconds, inclusive
 * @param until its end, exclusive
 */
public record Plan(Budget budget, long from, long until) {

    /** The period an instant lies in. */
    public static Plan at(Budget budget, long at) {
        LocalDate day = Instant.ofEpochMilli(at).atZone(budget.zoneInForce()).toLocalDate();
        LocalDate first = switch (budget.period()) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
        LocalDate next = switch (budget.period()) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
        };
        return new Plan(budget, midnight(budget, first), midnight(budget, next));
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
