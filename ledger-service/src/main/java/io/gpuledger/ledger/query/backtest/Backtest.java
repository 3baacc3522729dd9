package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.value.InvalidValue;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

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

    /** Polls that were answered and are closer together are kept as one, so less than this, in hours, is not told apart. */
    private static final BigDecimal UNOBSERVED_MIN = new BigDecimal("0.1");

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
                rule.metric() != Metric.LEDGER_STALLED_MINUTES,
                "rule.metric",
                "must not be ledger_stalled_minutes, which cannot be tried on what happened: it rests on the machine's clock,"
                        + " and ledger time tells nothing of when it stood still");
        InvalidValue.unless(
                rule.metric() != Metric.UNOBSERVED_HOURS
                        || Stream.of(rule.threshold(), rule.clear() == null ? rule.threshold() : rule.clear())
                                .allMatch(level -> level.compareTo(UNOBSERVED_MIN) >= 0),
                "rule." + (rule.above() != null ? "above" : "below"),
                "must, as clear, be at least " + UNOBSERVED_MIN
                        + " to be tried on what happened: of polls that were answered one soon after the other only the"
                        + " first and the last are kept");
    }

    /** It is read off the balances that were observed of an account. */
    static boolean isOfBalances(Metric metric) {
        return metric == Metric.BALANCE || metric == Metric.RUNWAY || metric == Metric.SPEND_LIMIT_PERCENT;
    }

    /** It is read off what was kept besides books and balances, as it was told then. */
    static boolean isOfTraces(Metric metric) {
        return isOfPods(metric)
                || metric == Metric.POLLS_FAILED
                || metric == Metric.UNOBSERVED_HOURS
                || metric == Metric.CHARGEBACK_ERROR_PERCENT
                || metric == Metric.DEAD_LETTERS;
    }

    static boolean isOfPods(Metric metric) {
        return metric == Metric.STOPPED_STORAGE || metric.subject() == Metric.Subject.POD;
    }
}
