package io.gpuledger.ledger.store;

import io.gpuledger.common.event.Tick;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Ledger time of one partition of the books: the latest instant of any account that all meters have passed. */
public final class LedgerClock {

    private final KeyValueStore<String, AccountClock> ticks;
    private final Set<String> accounts = new HashSet<>();
    private long time = AccountClock.NEVER;
    private int partitions = 1;

    public LedgerClock(KeyValueStore<String, AccountClock> ticks) {
        this.ticks = ticks;
        try (KeyValueIterator<String, AccountClock> all = ticks.all()) {
            all.forEachRemaining(entry -> note(entry.key, entry.value));
        }
    }

    private void note(String account, AccountClock clock) {
        accounts.add(account);
        time = Math.max(time, clock.passed());
        partitions = Math.max(partitions, clock.partitions());
    }

    /** Takes a tick; true where its account has moved on, so that it is time to judge. */
    public boolean advances(Tick tick) {
        AccountClock before = of(tick.account().toString());
        AccountClock after = before.after(tick);
        ticks.put(tick.account().toString(), after);
        note(tick.account().toString(), after);
        return after.passed() > before.passed();
    }

    /** The accounts whose polls were told of. */
    public Set<String> accounts() {
        return Collections.unmodifiableSet(accounts);
    }

    /** How many partitions there are, as the last tick said. */
    public int partitions() {
        return partitions;
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
