package io.gpuledger.common.config;

import io.gpuledger.common.config.Rule.Metric;
import io.gpuledger.common.config.Rule.Metric.Subject;
import io.gpuledger.common.value.InvalidValue;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether a rule can fire at all, and can clear again: what cannot is refused when it is made, with the reason. */
final class RuleChecks {

    private static final BigDecimal MINUTES_AN_HOUR = BigDecimal.valueOf(60);

    private RuleChecks() {}

    static void checkFields(
            Metric metric,
            List<Duration> windows,
            @Nullable String budget,
            @Nullable String namePattern,
            @Nullable BigDecimal minimum) {
        InvalidValue.unless(
                windows.isEmpty() != metric.isOfBurn(),
                "windows",
                "belong to burn_multiple and burn_of_expected, and these need them");
        InvalidValue.unless(Rule.WINDOWS.containsAll(windows), "windows", "must be of 5m, 1h, 6h, 24h, 3d");
        InvalidValue.unless(
                budget == null || metric.subject() == Subject.BUDGET, "budget", "belongs to metrics of budgets");
        InvalidValue.unless(
                namePattern == null || metric.subject() == Subject.POD, "namePattern", "belongs to metrics of pods");
        InvalidValue.unless(minimum == null || metric.isOfBurn(), "minimum", "belongs to metrics of burn");
        InvalidValue.unless(minimum == null || minimum.signum() >= 0, "minimum", "must not be negative");
    }

    static void checkLevels(
            Metric metric, @Nullable BigDecimal above, @Nullable BigDecimal below, @Nullable BigDecimal clear) {
        InvalidValue.unless((above == null) != (below == null), "above, below", "needs exactly one of the two");
        InvalidValue.unless(
                clear == null || above == null || clear.compareTo(above) <= 0, "clear", "must not be above 'above'");
        InvalidValue.unless(
                clear == null || below == null || clear.compareTo(below) >= 0, "clear", "must not be below 'below'");
        if (above != null) {
            checkAbove(metric, above, clear == null ? above : clear);
        } else if (below != null) {
            checkBelow(metric, below, clear == null ? below : clear);
        }
    }

    private static void checkAbove(Metric metric, BigDecimal above, BigDecimal clear) {
        BigDecimal highest = metric.highest();
        InvalidValue.unless(
                highest == null || above.compareTo(highest) <= 0,
                "above",
                "could never be reached: " + metric.word() + " is at most " + highest);
        BigDecimal lowest = metric.lowest();
        InvalidValue.unless(
                lowest == null || clear.compareTo(lowest) > 0,
                clear.compareTo(above) == 0 ? "above" : "clear",
                "could never be left again: " + metric.word() + " is at least " + lowest);
    }

    private static void checkBelow(Metric metric, BigDecimal below, BigDecimal clear) {
        BigDecimal lowest = metric.lowest();
        InvalidValue.unless(
                lowest == null || below.compareTo(lowest) > 0,
                "below",
                "could never be reached: " + metric.word() + " is at least " + lowest);
        BigDecimal highest = metric.highest();
        InvalidValue.unless(
                highest == null || clear.compareTo(highest) <= 0,
                clear.compareTo(below) == 0 ? "below" : "clear",
                "could never be left again: " + metric.word() + " is at most " + highest);
    }

    static void checkBudgets(Rule rule, List<Budget> budgets) {
        if (!rule.metric().isOfBudget() || (rule.scope() == null && rule.budget() == null)) {
            return;
        }
        List<Budget> meant = budgets.stream()
                .filter(budget -> rule.isFor(budget.scope()))
                .filter(budget -> rule.budget() == null || rule.budget().equals(budget.name()))
                .toList();
        InvalidValue.unless(
                !meant.isEmpty(),
                rule.budget() == null ? "scope" : "budget",
                "has no budget for " + rule.metric().word() + ", so rule '" + rule.name() + "' could never fire");
        if (rule.metric() == Metric.BURN_MULTIPLE && rule.above() != null) {
            meant.forEach(budget -> checkReach(rule.above(), budget));
        }
    }

    /** The most that can be spent in the shortest window, as a multiple of the plan of the longest possible period. */
    private static void checkReach(BigDecimal above, Budget budget) {
        if (budget.mostPerHour() == null) {
            return;
        }
        BigDecimal hours =
                BigDecimal.valueOf(longest(budget).toMinutes()).divide(MINUTES_AN_HOUR, MathContext.DECIMAL64);
        InvalidValue.unless(
                budget.mostPerHour().dollars().multiply(hours).compareTo(above.multiply(budget.amount())) >= 0,
                "above",
                "could never be reached: at most " + budget.mostPerHour() + " can be spent, which is less than " + above
                        + " times the plan of budget '" + budget.name() + "'");
    }

    private static Duration longest(Budget budget) {
        return switch (budget.period()) {
            case DAY -> Duration.ofHours(25);
            case WEEK -> Duration.ofHours(7 * 24 + 1);
            case MONTH -> Duration.ofHours(31 * 24 + 1);
            case ONCE ->
                budget.from() == null || budget.until() == null
                        ? Duration.ZERO
                        : Duration.between(budget.from(), budget.until());
        };
    }
}
