package io.gpuledger.ledger.topology;

import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.watch.Watch;

/** What the books are judged by. */
public record Rulebook(Budgets budgets, Watch watch) {

    public static Rulebook of(Settings settings) {
        return new Rulebook(new Budgets(settings.budgets()), new Watch(settings.rules()));
    }
}
