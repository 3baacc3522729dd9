package io.gpuledger.ledger.jobs;

import io.gpuledger.ledger.rating.Span;

/**
 * A job on its pod, once.
 *
 * @param told from when until when it was told to hold GPUs
 * @param span what of that its pod ran
 */
record Stay(Claim claim, Span told, Span span) {

    static Stay told(Claim claim, Span told) {
        return new Stay(claim, told, told);
    }

    Stay on(Span run) {
        return new Stay(claim, told, told.within(run));
    }

    /** It was told to last longer than its pod ran on. */
    boolean endedWithPod() {
        return !span.isEmpty() && span.until() < told.until();
    }
}
