package io.gpuledger.ledger.store;

import io.gpuledger.common.event.Tick;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Ledger time of one partition of the books: the latest instant of any account that all meters have passed. */
public final class LedgerClock {

    private final KeyValueStore<String, AccountClock> ticks;
    private long time = AccountClock.NEVER;

    public LedgerClock(KeyValueStore<String, AccountClock> ticks) {
        this.ticks = ticks;
        try (KeyValueIterator<String, AccountClock> all = ticks.all()) {
            all.forEachRemaining(entry -> time = Math.max(time, entry.value.passed()));
        }
    }

    /** Takes a tick; true where its account has moved on, so that it is time to judge. */
    public boolean advances(Tick tick) {
        AccountClock before = of(tick.account().toString());
        AccountClock after = before.after(tick);
        ticks.put(tick.account().toString(), after);
        time = Math.max(time, after.passed());
        return after.passed() > before.passed();
    }

    public AccountClock of(String account) {
        AccountClock clock = ticks.get(account);
        return clock == null ? AccountClock.NEW : clock;
    }

    /** Epoch milliseconds; {@link AccountClock#NEVER} before the first poll has passed. */
    public long time() {
        return time;
    }
}
