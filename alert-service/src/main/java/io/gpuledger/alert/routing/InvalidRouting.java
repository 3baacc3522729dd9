package io.gpuledger.alert.routing;

import org.jspecify.annotations.Nullable;

/** A routing file that cannot be used; the message is one line: file, line, field and rule. */
public final class InvalidRouting extends RuntimeException {

    public InvalidRouting(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
