package io.gpuledger.ledger.store.facts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Forgets what is kept by its instant. */
final class Oldest {

    /** Forgotten at once. */
    static final int FORGOTTEN_MAX = 1_000;

    private Oldest() {}

    /**
     * Deletes what is past in a range of keys; returns the keys, of which there may be more where they are as many as {@link
     * #FORGOTTEN_MAX}.
     */
    static <V> List<String> forget(KeyValueStore<String, V> store, String from, String until, Predicate<V> isPast) {
        List<String> old = new ArrayList<>();
        try (KeyValueIterator<String, V> kept = store.range(from, until)) {
            while (kept.hasNext() && old.size() < FORGOTTEN_MAX) {
                var next = kept.next();
                if (isPast.test(next.value)) {
                    old.add(next.key);
                }
            }
        }
        old.forEach(store::delete);
        return old;
    }
}
