package io.gpuledger.ledger.query.ask;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.burn.Balance;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The books as they can be read here and now. Reading fails with {@link NotReady} where any part of them is not here. */
public interface BooksOnHand {

    /** What each partition's books answer. */
    <P> List<P> ask(PartitionQuestion<P> question);

    /** What is made of the records beside each partition's books. */
    <R, P> List<P> ask(RecordQuestion<R, P> question);

    /** The instant up to which all the books have been told what happened; absent before the first poll. */
    @Nullable Instant ledgerTime();

    List<Known> accounts();

    /**
     * What is known of an account.
     *
     * @param polledUntil the last instant all meters have passed
     * @param pollsFailed polls in a row that were not answered
     */
    record Known(
            AccountRef account,
            @Nullable Instant polledUntil,
            int pollsFailed,
            @Nullable Balance balance) {}

    /** Not all of the books can be read at the moment. */
    final class NotReady extends RuntimeException {
        public NotReady(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
