package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.value.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

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

    /** What is not kept of the rest, by metric. */
    private static final Map<Metric, String> NOT_KEPT = new EnumMap<>(Map.of(
            Metric.POLLS_FAILED, "of failed polls only how many there were in a row is kept",
            Metric.UNOBSERVED_HOURS, "of answered polls only the last is kept",
            Metric.POD_IDLE_MINUTES, "of how busy a pod is only since when it is idle now is kept",
            Metric.POD_ENDED, "which job had not stopped when a pod ended is not in the books",
            Metric.CHARGEBACK_ERROR_PERCENT, "of bills only what they came to in the end is kept",
            Metric.DEAD_LETTERS, "letters are counted for two hours",
            Metric.LEDGER_STALLED_MINUTES, "it rests on the machine's clock"));

    public Backtest {
        InvalidValue.unless(rule != null, "rule", "is required");
        InvalidValue.unless(from != null, "from", "is required");
        InvalidValue.unless(to != null, "to", "is required");
        InvalidValue.unless(from.isBefore(to), "from", "must be before to");
        InvalidValue.unless(
                Duration.between(from, to).compareTo(RANGE_MAX) <= 0,
                "to",
                "must be at most " + RANGE_MAX.toDays() + " days after from");
        String notKept = NOT_KEPT.get(rule.metric());
        InvalidValue.unless(
                notKept == null,
                "rule.metric",
                "must not be " + rule.metric().word() + ", which cannot be tried on what happened: " + notKept);
    }

    /** It is read off the balances that were observed of an account. */
    static boolean isOfBalances(Metric metric) {
        return metric == Metric.BALANCE || metric == Metric.RUNWAY || metric == Metric.SPEND_LIMIT_PERCENT;
    }

    /** It is read off the pods of an account, which the books know by what each cost. */
    static boolean isOfPods(Metric metric) {
        return metric == Metric.STOPPED_STORAGE || metric == Metric.PRICE_DRIFT_PERCENT;
    }
}
