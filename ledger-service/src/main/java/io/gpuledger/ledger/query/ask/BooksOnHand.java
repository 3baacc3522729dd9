package io.gpuledger.ledger.query.ask;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.watch.RuleState;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
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

    /** What is made of the records beside each partition's books. */
    <R, P> List<P> ask(RecordQuestion<R, P> question);

    /** The instant up to which all the books have been told what happened; absent before the first poll. */
    @Nullable Instant ledgerTime();

    List<Known> accounts();

    /** What the watch remembers: the states of rules that are not quiet, by {@code Watch.Key}. */
    default SortedMap<String, RuleState> ruleStates() {
        return new TreeMap<>();
    }

    /**
     * What is known of an account.
     *
     * @param polledUntil the last instant all meters have passed
     * @param pollsFailed polls in a row that were not answered
     * @param answered the last poll that was answered; absent before
     */
    record Known(
            AccountRef account,
            @Nullable Instant polledUntil,
            int pollsFailed,
            @Nullable Balance balance,
            @Nullable Instant answered) {}

    /** Not all of the books can be read at the moment. */
    final class NotReady extends RuntimeException {
        public NotReady(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
