package io.gpuledger.ledger.query.ask;

import io.gpuledger.ledger.books.Books;

/**
 * A question that the books of each partition answer for themselves. An owner, an account and every other scope is in one
 * partition only, so partial answers are added up.
 *
 * @param <P> the partial answer: exact, and all there is to say of the partition
 */
@FunctionalInterface
public non-sealed interface PartitionQuestion<P> extends Question<P> {

    P of(Books books);
}
