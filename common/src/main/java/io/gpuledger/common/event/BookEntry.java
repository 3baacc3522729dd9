package io.gpuledger.common.event;

/**
 * What travels on {@code postings.v1}: a step of a cost rate, what came of a bill, what is known of a job, how a pod stands, how
 * many letters were buried, the tick that says a meter has passed an instant, or a change of the configuration that the books are
 * judged by.
 */
public sealed interface BookEntry extends Event
        permits Posting, Tick, Reconciled, JobTold, PodTold, LettersBuried, ConfigEntry {}
