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

    /** The same, and whether every partition answered: only then what is in no answer is nowhere. */
    default <P> Answered<P> answers(PartitionQuestion<P> question) {
        return new Answered<>(ask(question), true);
    }

    /** What was answered, and whether by all partitions. */
    record Answered<P>(List<P> parts, boolean complete) {}

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
