package io.gpuledger.ledger.topology.judging;

import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.watch.Watch;
import java.util.List;

/** What the books are judged by. */
public record Rulebook(Budgets budgets, Watch watch, List<AssumedPrice> prices) {

    static final Rulebook EMPTY = of(List.of(), new Budgets(List.of()), List.of());

    public static Rulebook of(Settings settings) {
        return of(settings.rules(), new Budgets(settings.budgets(), settings.plans()), settings.assumedPrices());
    }

    private static Rulebook of(List<Rule> rules, Budgets budgets, List<AssumedPrice> prices) {
        return new Rulebook(budgets, new Watch(rules, budgets), prices);
    }
}
