package io.gpuledger.ledger.budget;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// thresholds of budgets -> rules
public final class Thresholds {

    private Thresholds() {}

    public static List<Rule> rules(List<Budget> budgets) {
        return budgets.stream()
                .flatMap(budget -> budget.thresholds().stream().map(threshold -> rule(budget, threshold)))
                .toList();
    }

    private static Rule rule(Budget budget, Budget.Threshold threshold) {
        return new Rule(
                "budget-" + plain(threshold.percent()) + "-percent-"
                        + threshold.on().name().toLowerCase(Locale.ROOT),
                threshold.on() == Budget.Basis.SPENT ? Rule.Metric.BUDGET_PERCENT : Rule.Metric.FORECAST_PERCENT,
                budget.scope().key(),
                budget.name(),
                null,
                List.of(),
                threshold.percent(),
                null,
                null,
                null,
                null,
                threshold.severity(),
                Map.of(),
                null);
    }

    private static String plain(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString();
    }
}
