package io.gpuledger.ledger.burn;

import io.gpuledger.common.event.AccountObserved;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account's balance as the provider last told it.
 *
 * @param since when it was first seen to be this much: providers charge in lumps, and repeat a balance in between
 */
public record Balance(AccountObserved seen, Instant since) {

    /** What is known after one more observation; of two the later is true, so an older one changes nothing. */
    public static Balance after(@Nullable Balance known, AccountObserved seen) {
        if (known == null) {
            return new Balance(seen, seen.at());
        }
        if (!seen.at().isAfter(known.seen.at())) {
            return known;
        }
        boolean same = seen.balance().equals(known.seen.balance());
        return new Balance(seen, same ? known.since : seen.at());
    }
}
