package io.gpuledger.ledger.query.budgets;

import io.gpuledger.common.config.Budget;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.Planning;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How far budgets are spent, and how far they will be. */
public final class BudgetQuestions {

    private final BooksOnHand books;
    private final Supplier<Budgets> budgets;

    /** @param budgets those in force whenever it is asked */
    public BudgetQuestions(BooksOnHand books, Supplier<Budgets> budgets) {
        this.books = books;
        this.budgets = budgets;
    }

    /**
     * All budgets at ledger time. Of a scope that never cost anything nothing is spent; but where a partition is missing,
     * one that no other has may be there, and its budgets are left out.
     */
    public BudgetsAnswer standing() {
        Instant now = books.ledgerTime();
        if (now == null) {
            return new BudgetsAnswer(null, List.of());
        }
        Budgets inForce = budgets.get();
        BudgetsQuestion question = new BudgetsQuestion(now, Planning.of(inForce, scope -> true));
        BooksOnHand.Answered<List<BudgetStatus>> answered = books.answers(question);
        Map<String, BudgetStatus> standing = new HashMap<>();
        answered.parts().forEach(part -> part.forEach(budget -> standing.put(budget.name(), budget)));
        return new BudgetsAnswer(
                now,
                inForce.all().stream()
                        .map(budget -> standing.computeIfAbsent(
                                budget.name(), name -> atRest(question, budget, answered.complete())))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static @Nullable BudgetStatus atRest(BudgetsQuestion question, Budget budget, boolean complete) {
        return complete ? question.atRest(budget) : null;
    }
}
