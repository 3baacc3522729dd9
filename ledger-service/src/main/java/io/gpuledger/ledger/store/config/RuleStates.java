package io.gpuledger.ledger.store.config;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Where each rule stands for each scope of a partition, and what was told of those that fire. */
public final class RuleStates implements Watch.States {

    private final KeyValueStore<String, RuleState> states;
    private final KeyValueStore<String, Crossing> firing;

    public RuleStates(KeyValueStore<String, RuleState> states, KeyValueStore<String, Crossing> firing) {
        this.states = states;
        this.firing = firing;
    }

    @Override
    public RuleState of(Rule rule, Scope scope) {
        RuleState state = states.get(Keys.of(rule.name(), scope.key()));
        return state == null ? RuleState.QUIET : state;
    }

    @Override
    public void keep(Rule rule, Scope scope, RuleState state) {
        states.put(Keys.of(rule.name(), scope.key()), state);
    }

    public void told(Crossing crossing) {
        if (crossing.state() == Crossing.State.FIRING) {
            firing.put(crossing.key(), crossing);
        } else {
            firing.delete(crossing.key());
        }
    }

    /** Forgets rules that are no more, and ends what fires and nobody watches any longer. */
    public List<Crossing> withdraw(Predicate<String> isRule, Predicate<Crossing> isWatched, long now) {
        keys(states).stream()
                .filter(key -> !isRule.test(Keys.firstPart(key)))
                .forEach(states::delete);
        List<Crossing> ended = new ArrayList<>();
        for (Crossing fires : values(firing)) {
            if (!isWatched.test(fires)) {
                states.delete(Keys.of(fires.rule(), fires.scope().key()));
                firing.delete(fires.key());
                ended.add(fires.withdrawn(Instant.ofEpochMilli(Math.max(now, fires.at().toEpochMilli()))));
            }
        }
        return ended;
    }

    private static List<String> keys(KeyValueStore<String, RuleState> store) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, RuleState> all = store.all()) {
            all.forEachRemaining(entry -> keys.add(entry.key));
        }
        return keys;
    }

    private static List<Crossing> values(KeyValueStore<String, Crossing> store) {
        List<Crossing> values = new ArrayList<>();
        try (KeyValueIterator<String, Crossing> all = store.all()) {
            all.forEachRemaining(entry -> values.add(entry.value));
        }
        return values;
    }
}
