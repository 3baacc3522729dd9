package io.gpuledger.ledger.store.facts;

import io.gpuledger.ledger.store.Keys;
import io.gpuledger.ledger.watch.past.Trace;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What was true before, in the store of what is true: each version by the instant at which it was superseded. There are
 * {@value Trace#VERSIONS_MAX} at most; the oldest go first, and it is written down from when on none is missing.
 */
final class PastVersions<T> {

    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final KeyValueStore<String, T> store;
    private final PastTraces traces;
    private final Trace.Matter matter;
    private long size;
    private long hour = Long.MIN_VALUE;

    /** @param present how many entries of the store are true */
    PastVersions(KeyValueStore<String, T> store, PastTraces traces, Trace.Matter matter, int present) {
        this.store = store;
        this.traces = traces;
        this.matter = matter;
        this.size = Math.max(0, store.approximateNumEntries() - present);
    }

    /** All that is true. */
    static <T> KeyValueIterator<String, T> present(KeyValueStore<String, T> store) {
        return store.range(Keys.AFTER_PAST, null);
    }

    /** Keeps what was true until an instant; epoch milliseconds. */
    void keep(long until, String key, T was) {
        store.put(Keys.past(until, key), was);
        size++;
        long now = Math.floorDiv(until, HOUR);
        if (now > hour) {
            hour = now;
            forgetBefore(until - Trace.KEPT.toMillis());
        }
        if (size > Trace.VERSIONS_MAX) {
            forgetBefore(until);
            size = Math.min(size, Trace.VERSIONS_MAX); // it began as an estimate
        }
    }

    private void forgetBefore(long until) {
        List<String> old = Oldest.forget(store, Keys.pastFrom(0), Keys.pastFrom(until), any -> true);
        size -= old.size();
        if (!old.isEmpty()) {
            traces.completeFrom(matter, Keys.instantIn(old.getLast()));
        }
    }
}
