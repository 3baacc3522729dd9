package io.gpuledger.ledger.registry;

import org.jspecify.annotations.Nullable;

/** Nobody can say yet what the configuration is, or what came of a change. */
public final class Undecided extends RuntimeException {

    Undecided(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
