package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.burn.BurnRate;
import io.gpuledger.ledger.burn.Runway;
import io.gpuledger.ledger.store.LedgerClock;
import io.gpuledger.ledger.store.ScopeBooks;
import io.gpuledger.ledger.watch.Measures;
import io.gpuledger.ledger.watch.Spent;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/// the books of a scope at an instant -> what rules look at
final class Measuring {

    private final ScopeBooks books;
    private final LedgerClock clock;
    private final KeyValueStore<String, Balance> balances;
    private final Budgets budgets;

    Measuring(ScopeBooks books, LedgerClock clock, KeyValueStore<String, Balance> balances, Budgets budgets) {
        this.books = books;
        this.clock = clock;
        this.balances = balances;
        this.budgets = budgets;
    }

    Burn burn(Scope scope, long at) {
        return BurnRate.of(scope, books.of(scope), budgets.planned(scope, at), at);
    }

    Measures of(Scope scope, long at) {
        Lines lines = books.of(scope);
        boolean account = scope.kind() == Scope.Kind.ACCOUNT;
        Balance balance = account ? balances.get(scope.name()) : null;
        return new Measures(
                scope,
                at,
                burn(scope, at),
                spent(scope, lines, at),
                balance,
                runway(balance, lines, at),
                account ? clock.of(scope.name()).pollsFailed() : null,
                span -> books.contributors(scope, at, span));
    }

    private static @Nullable Runway runway(@Nullable Balance balance, Lines lines, long at) {
        return balance == null ? null : Runway.at(balance, lines, at);
    }

    private List<Spent> spent(Scope scope, Lines lines, long at) {
        return budgets.plans(scope, at).stream()
                .map(plan -> new Spent(plan, lines.between(plan.from(), at).cost()))
                .sorted(Comparator.comparing(Spent::percent).reversed())
                .toList();
    }
}
