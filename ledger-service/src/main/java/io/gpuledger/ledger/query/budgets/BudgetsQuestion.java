package io.gpuledger.ledger.query.budgets;

import io.gpuledger.common.config.Budget;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.Planning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * How budgets stand.
 *
 * @param at the instant of ledger time that is looked at
 */
public record BudgetsQuestion(Instant at, Planning planning) implements PartitionQuestion<List<BudgetStatus>> {

    /** Of the budgets whose scopes have books here. */
    @Override
    public List<BudgetStatus> of(Books books) {
        Budgets budgets = planning.inForce();
        List<BudgetStatus> standing = new ArrayList<>();
        for (Budget budget : budgets.all()) {
            ScopeBook book = books.book(budget.scope());
            if (book != null) {
                standing.add(status(budget, book, budgets));
            }
        }
        return standing;
    }

    /** Of a budget whose scope never cost anything. */
    BudgetStatus atRest(Budget budget) {
        return status(budget, Lines.NONE, planning.inForce());
    }

    private BudgetStatus status(Budget budget, Lines lines, Budgets budgets) {
        Scope scope = budget.scope();
        return new Standing(budget, lines, budgets.windows(scope), at.toEpochMilli()).status();
    }
}
