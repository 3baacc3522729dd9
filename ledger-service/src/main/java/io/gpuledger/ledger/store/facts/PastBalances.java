package io.gpuledger.ledger.store.facts;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.ledger.store.Keys;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The balances of a partition's accounts as they were: of each account and minute the last that was observed, kept by the
 * minute. Rules are tried on them.
 */
public final class PastBalances {

    /** How long they are kept, before the newest that is known of any account here; one that comes later is not. */
    public static final Duration KEPT = Duration.ofDays(36);

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final KeyValueStore<String, AccountObserved> store;
    private long newest = Long.MIN_VALUE;
    private long forgottenUntil;

    public PastBalances(KeyValueStore<String, AccountObserved> store) {
        this.store = store;
        try (KeyValueIterator<String, AccountObserved> latestFirst = store.reverseAll()) {
            if (latestFirst.hasNext()) {
                newest = minute(latestFirst.next().value);
            }
        }
    }

    public void take(AccountObserved seen) {
        long minute = minute(seen);
        if (minute > newest) {
            newest = minute;
            forget();
        }
        if (minute < newest - KEPT.toMillis()) {
            return;
        }
        String key = Keys.of(Keys.instant(minute), seen.account());
        AccountObserved known = store.get(key);
        if (known == null || seen.at().isAfter(known.at())) {
            store.put(key, seen);
        }
    }

    private void forget() {
        long until = newest - KEPT.toMillis();
        List<String> old = Oldest.forget(store, Keys.instant(forgottenUntil), Keys.instant(until), any -> true);
        forgottenUntil = old.size() < Oldest.FORGOTTEN_MAX ? Math.max(0, until) : forgottenUntil;
    }

    private static long minute(AccountObserved seen) {
        return Math.floorDiv(seen.at().toEpochMilli(), MINUTE) * MINUTE;
    }
}
