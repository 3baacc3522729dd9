package io.gpuledger.ledger.letters;

import org.jspecify.annotations.Nullable;

/** Kafka did not answer in time, or another replay came between; nothing was done that has to be undone. */
public final class Unanswered extends RuntimeException {

    Unanswered(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
