package io.gpuledger.ledger.store.facts;

import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.Watch;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The states of rules that are not quiet, in their store; and in memory, because all are looked up at each tick. */
public final class RuleStates implements Watch.States {

    private final KeyValueStore<String, RuleState> store;
    private final SortedMap<String, RuleState> states = new TreeMap<>();

    public RuleStates(KeyValueStore<String, RuleState> store) {
        this.store = store;
        try (KeyValueIterator<String, RuleState> all = store.all()) {
            all.forEachRemaining(entry -> states.put(entry.key, entry.value));
        }
    }

    @Override
    public RuleState of(String key) {
        return states.getOrDefault(key, RuleState.QUIET);
    }

    @Override
    public void keep(String key, RuleState state) {
        if (state.isQuiet()) {
            states.remove(key);
            store.delete(key);
        } else {
            states.put(key, state);
            store.put(key, state);
        }
    }

    @Override
    public SortedMap<String, RuleState> all() {
        return Collections.unmodifiableSortedMap(states);
    }
}
