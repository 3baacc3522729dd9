package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.value.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * A rule to be tried on what happened.
 *
 * @param rule as in the file
 * @param from inclusive
 * @param to exclusive; ledger time where that is earlier
 */
public record Backtest(Rule rule, Instant from, Instant to) {

    /** The books tell what was at each instant for so long. */
    public static final Duration RANGE_MAX = Duration.ofDays(35);

    /** What rests on the books alone; of the rest only the present is kept. */
    private static final Set<Metric> OF_THE_BOOKS = EnumSet.of(
            Metric.BURN_MULTIPLE,
            Metric.BURN_OF_EXPECTED,
            Metric.BUDGET_PERCENT,
            Metric.FORECAST_PERCENT,
            Metric.BUDGET_HOURS,
            Metric.ORPHAN_PERCENT);

    public Backtest {
        InvalidValue.unless(rule != null, "rule", "is required");
        InvalidValue.unless(from != null, "from", "is required");
        InvalidValue.unless(to != null, "to", "is required");
        InvalidValue.unless(from.isBefore(to), "from", "must be before to");
        InvalidValue.unless(
                Duration.between(from, to).compareTo(RANGE_MAX) <= 0,
                "to",
                "must be at most " + RANGE_MAX.toDays() + " days after from");
        InvalidValue.unless(
                OF_THE_BOOKS.contains(rule.metric()),
                "rule.metric",
                "must rest on the books alone: burn_multiple, burn_of_expected, budget_percent, forecast_percent,"
                        + " budget_hours or orphan_percent; of what others rest on only the present is kept");
    }
}
