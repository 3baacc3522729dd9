package io.gpuledger.ledger.query.budgets;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A budget in the period that ledger time lies in; one that comes once, in its period.
 *
 * @param zone whose midnight the period begins at
 * @param from start of the period, inclusive
 * @param until its end, exclusive
 * @param phase whether ledger time lies before the period, in it or after it
 * @param left the amount less what is spent; below zero where more is
 * @param percent spent, of the amount, to two decimals
 * @param burn mean dollars per hour over the last hour
 * @param hoursLeft hours until the budget is gone at that burn, 0 where it is; absent where nothing burns or it is not running
 * @param exhaustedAt when that is; absent where the period ends first
 * @param forecast what will have been spent by the end of the period; absent where there is no telling
 * @param noForecast why there is none
 * @param thresholds in the order of the file
 */
public record BudgetStatus(
        String name,
        Scope scope,
        Budget.Period period,
        ZoneId zone,
        Instant from,
        Instant until,
        Phase phase,
        Money amount,
        Money spent,
        Money left,
        BigDecimal percent,
        HourlyRate burn,
        @Nullable BigDecimal hoursLeft,
        @Nullable Instant exhaustedAt,
        @Nullable Forecast forecast,
        @Nullable String noForecast,
        List<Threshold> thresholds) {

    /** Where ledger time lies. */
    public enum Phase {
        BEFORE,
        RUNNING,
        OVER
    }

    /**
     * What will have been spent.
     *
     * @param point the likeliest
     * @param low the lower of the two methods
     * @param high the higher of them
     * @param pointPercent the point, of the amount
     * @param byRate with the mean rate of the last seven days
     * @param byWeekday with the medians of weekdays; absent with less than 14 days of history
     */
    public record Forecast(
            Money point,
            Money low,
            Money high,
            BigDecimal pointPercent,
            Money byRate,
            @Nullable Money byWeekday) {}

    /**
     * A share of the amount at which somebody is told.
     *
     * @param value what is compared with it: percent spent, or the lower forecast; absent without a forecast
     * @param state {@code UNKNOWN} without a value
     */
    public record Threshold(
            BigDecimal percent,
            Budget.Basis on,
            Severity severity,
            @Nullable BigDecimal value,
            State state) {}

    /** Where a threshold stands. */
    public enum State {
        BELOW,
        REACHED,
        UNKNOWN
    }
}
