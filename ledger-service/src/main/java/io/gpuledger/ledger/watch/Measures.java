package io.gpuledger.ledger.watch;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.budget.Spent;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.burn.BurnRate;
import io.gpuledger.ledger.burn.Runway;
import io.gpuledger.ledger.forecast.Forecaster;
import io.gpuledger.ledger.forecast.Outlook;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be said of a scope at an instant of ledger time; each number is worked out when it is first asked for. */
public final class Measures {

    private final Scope scope;
    private final long at;
    private final Facts facts;
    private final Budgets budgets;
    private @Nullable Burn burn;
    private @Nullable List<Spent> spent;

    /** @param at epoch milliseconds */
    public Measures(Scope scope, long at, Facts facts, Budgets budgets) {
        this.scope = scope;
        this.at = at;
        this.facts = facts;
        this.budgets = budgets;
    }

    public Scope scope() {
        return scope;
    }

    public long at() {
        return at;
    }

    Facts facts() {
        return facts;
    }

    Budgets budgets() {
        return budgets;
    }

    Lines lines() {
        return facts.lines(scope);
    }

    public Burn burn() {
        if (burn == null) {
            burn = BurnRate.of(scope, lines(), budgets, at);
        }
        return burn;
    }

    /** How far its budgets are spent, the furthest first. */
    public List<Spent> spent() {
        if (spent == null) {
            spent = budgets.plans(scope, at).stream()
                    .map(plan -> Spent.of(plan, lines(), at))
                    .sorted(Comparator.comparing(Spent::percent).reversed())
                    .toList();
        }
        return spent;
    }

    public Outlook outlook(Spent of) {
        return new Forecaster(lines(), budgets.windows(scope))
                .of(of, facts.profile(scope, of.plan().budget().zoneInForce(), at));
    }

    @Nullable Balance balance() {
        return scope.kind() == Scope.Kind.ACCOUNT ? facts.balance(scope) : null;
    }

    @Nullable Runway runway() {
        Balance balance = balance();
        return balance == null ? null : Runway.at(balance, lines(), at);
    }

    /** The instant so long before, epoch milliseconds. */
    long before(java.time.Duration span) {
        return at - span.toMillis();
    }

    /** The same scope at another instant. */
    Measures at(long other) {
        return new Measures(scope, other, facts, budgets);
    }

    boolean concerns(Rule rule) {
        return rule.isFor(scope);
    }
}
