package io.gpuledger.common.event;

/**
 * What travels on {@code postings.v1}: a step of a cost rate, what came of a bill, what is known of a job, how a pod stands, how
 * many letters were buried, or the tick that says a meter has passed an instant.
 */
public sealed interface BookEntry extends Event permits Posting, Tick, Reconciled, JobTold, PodTold, LettersBuried {}
