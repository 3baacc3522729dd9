package io.gpuledger.ledger.query.ask;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.PlannedWindow;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.budget.Budgets;
import java.util.List;
import java.util.function.Predicate;

/** What is planned, as a question takes it along: every instance answers by what the one knows that is asked. */
public record Planning(List<Budget> budgets, List<PlannedWindow> windows) {

    public Planning {
        budgets = List.copyOf(budgets);
        windows = List.copyOf(windows);
    }

    /** What is planned for the scopes that are wanted. */
    public static Planning of(Budgets budgets, Predicate<Scope> wanted) {
        return new Planning(
                budgets.all().stream()
                        .filter(budget -> wanted.test(budget.scope()))
                        .toList(),
                budgets.windows().stream()
                        .filter(window -> wanted.test(window.of()))
                        .toList());
    }

    public Budgets inForce() {
        return new Budgets(budgets, windows);
    }
}
