package io.gpuledger.ledger.query.burn;

import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.burn.BurnRate;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.Planning;
import java.time.Instant;
import java.util.List;

/**
 * How fast every scope of a kind spends.
 *
 * @param at the instant of ledger time that is looked at
 * @param planning what is planned for scopes of the kind
 */
public record BurnQuestion(Scope.Kind kind, Instant at, Planning planning) implements PartitionQuestion<List<Burn>> {

    @Override
    public List<Burn> of(Books books) {
        Budgets budgets = planning.inForce();
        return books.scopes().entrySet().stream()
                .filter(book -> book.getKey().kind() == kind)
                .map(book -> BurnRate.of(book.getKey(), book.getValue(), budgets, at.toEpochMilli()))
                .toList();
    }
}
