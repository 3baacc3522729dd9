package io.gpuledger.common.wire;

/** What all dead letters have in common. */
public final class DeadLetters {

    /** The header with the reason in one line; Kafka Streams' own, so that it is one place whoever buried the letter. */
    public static final String REASON = "__streams.errors.message";

    private DeadLetters() {}
}
