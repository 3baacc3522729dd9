package io.gpuledger.ledger.topology.judging;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.store.facts.BookFacts;
import io.gpuledger.ledger.store.facts.RuleStates;
import io.gpuledger.ledger.watch.Measures;
import io.gpuledger.ledger.watch.Watch;
import io.gpuledger.ledger.watch.Watch.Occasion;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// the facts of a partition's scopes, the rulebook -> burn.v1, crossings.v1
public final class Judging {

    /** Where burn and crossings go. */
    public interface Out extends Watch.Told {
        void burn(Burn burn);
    }

    private final BookFacts facts;
    private final RuleStates states;
    private final Rounds rounds;
    private final Out out;
    private final Map<Scope, Burn> burnSaid = new HashMap<>();
    private final Map<Scope, List<Rule>> rules = new HashMap<>();
    private Rulebook rulebook;
    private boolean retired;

    public Judging(BookFacts facts, RuleStates states, Rounds rounds, Out out) {
        this.facts = facts;
        this.states = states;
        this.rounds = rounds;
        this.out = out;
        this.rulebook = Rulebook.EMPTY;
    }

    /** From now on it is judged by this; what fires for rules that are no more is cleared when it is retired. */
    public void use(Rulebook other) {
        rulebook = other;
        facts.use(other.prices());
        rules.clear();
        rounds.wakeAll();
        retired = false;
    }

    /** Clears what fires for rules that are no more, once for each rulebook. */
    public void retire(long now) {
        if (!retired) {
            rulebook.watch().retire(states, now, out);
            retired = true;
        }
    }

    /** Ledger time moved: every scope that is awake is looked at. */
    public void tick(Collection<Scope> scopes, long now) {
        retire(now);
        for (Scope scope : scopes) {
            if (rounds.isAwake(scope, now)) {
                judge(scope, now);
            }
        }
        rounds.judged(now);
    }

    /** Nothing moved, but what was booked late may change what was judged. */
    public void correct(long now) {
        rounds.corrected().forEach(scope -> judge(scope, now));
        rounds.judged(now);
    }

    private void judge(Scope scope, long now) {
        Measures measures = new Measures(scope, now, facts, rulebook.budgets());
        say(measures.burn());
        judge(measures, Occasion.TICK, rounds.isCorrected(scope));
        boolean plain = scope.kind() != Scope.Kind.ACCOUNT && scope.kind() != Scope.Kind.ALL;
        if (plain && !isHeld(scope)) {
            rounds.rest(measures.burn(), now);
        }
    }

    private void judge(Measures measures, Occasion occasion, boolean corrected) {
        List<Rule> concerned = rules.computeIfAbsent(measures.scope(), rulebook.watch()::rules);
        Watch.Judging judging = new Watch.Judging(occasion, states, out);
        rulebook.watch().judge(concerned, measures, judging, corrected);
    }

    public void judge(Scope scope, long at, Occasion occasion) {
        judge(new Measures(scope, at, facts, rulebook.budgets()), occasion, false);
    }

    /** A rule is pending or fires for the scope, or for a part of it. */
    private boolean isHeld(Scope scope) {
        return !states.all().isEmpty()
                && rules.getOrDefault(scope, List.of()).stream().anyMatch(rule -> Watch.holds(states, rule, scope));
    }

    private void say(Burn burn) {
        Burn said = burnSaid.get(burn.scope());
        if (said == null || !said.equals(atInstantOf(burn, said))) {
            burnSaid.put(burn.scope(), burn);
            out.burn(burn);
        }
    }

    private static Burn atInstantOf(Burn burn, Burn said) {
        return new Burn(
                burn.scope(),
                said.at(),
                burn.now(),
                burn.means(),
                burn.plan(),
                burn.multiples(),
                burn.expected(),
                burn.ofExpected());
    }
}
