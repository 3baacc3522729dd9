package io.gpuledger.ledger.metering;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.ledger.looks.LookShelf;
import java.time.Duration;

/** Up to where back a meter remembers: what is older than that is refused, and polls of long ago are forgotten. */
final class Horizon {

    /** How much older than the newest instant of its account an observation may be. */
    static final Duration SPAN = Meter.HORIZON;

    /** What is said of an instant that is older. */
    static final String RULE = " must not be more than " + SPAN.toDays() + " days before the account's newest instant";

    private static final long HOUR_MILLIS = Duration.ofHours(1).toMillis();

    private final MeterStore store;

    private final LookShelf looks;
    private final Posted out;

    Horizon(MeterStore store, LookShelf looks, Posted out) {
        this.store = store;
        this.out = out;
        this.looks = looks;
    }

    /** Says so where an event of an instant is too old. */
    boolean refuses(PodEvent event, long at) {
        boolean old = isBehind(event.account(), at);
        if (old) {
            refuse(event);
        }
        return old;
    }

    void refuse(PodEvent event) {
        out.refuse(event, "at" + RULE);
    }

    boolean isBehind(AccountRef account, long at) {
        long newest = store.newest(account);
        return newest != Long.MIN_VALUE && at < newest - SPAN.toMillis();
    }

    /** Once for every hour of the account's time; polls of a further horizon stay, to tell of what lies at its edge; hours do not. */
    void forgetOldPolls(AccountRef account, long at) {
        long newest = store.newest(account);
        if (newest != Long.MIN_VALUE && Math.floorDiv(at, HOUR_MILLIS) > Math.floorDiv(newest, HOUR_MILLIS)) {
            store.forgetPollsBefore(account, at - 2 * SPAN.toMillis());
            looks.forgetHoursBefore(account, at - SPAN.toMillis() - HOUR_MILLIS);
        }
    }

    /** Notes that the poll at an instant saw a pod; true where that was known. */
    boolean sees(AccountRef account, long at, int pod) {
        forgetOldPolls(account, at);
        return store.sees(account, at, pod);
    }
}
