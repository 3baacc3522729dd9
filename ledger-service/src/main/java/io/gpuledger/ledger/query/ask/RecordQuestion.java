package io.gpuledger.ledger.query.ask;

import java.util.Collection;

/**
 * A question to the records of one kind that are kept beside the books of each partition. A record is in one partition
 * only.
 *
 * @param <R> the kind of the records
 */
public non-sealed interface RecordQuestion<R, P> extends Question<P> {

    Class<R> kind();

    P of(Collection<R> records);
}
