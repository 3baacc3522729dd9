package io.gpuledger.ledger.query.ask;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * A question to the records of one kind that are kept beside the books of each partition. A record is in one partition
 * only.
 *
 * @param <R> the kind of the records
 */
public non-sealed interface RecordQuestion<R, P> extends Question<P> {

    Class<R> kind();

    /** Only records from one instant to another, where that is what they are kept by; absent where it is not. */
    default @Nullable Within within() {
        return null;
    }

    /** Not only what is true now, but what was before too, where that is kept; the records of a thing in no order. */
    default boolean withPast() {
        return false;
    }

    /**
     * A part of the records that are kept in time order.
     *
     * @param from inclusive
     * @param until exclusive
     */
    record Within(Instant from, Instant until) {}

    P of(Collection<R> records);
}
