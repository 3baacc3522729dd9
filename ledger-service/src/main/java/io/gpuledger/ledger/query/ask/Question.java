package io.gpuledger.ledger.query.ask;

/**
 * What each partition answers for itself, so that partial answers are added up.
 *
 * @param <P> the partial answer: exact, and all there is to say of the partition
 */
public sealed interface Question<P> permits PartitionQuestion, RecordQuestion {}
