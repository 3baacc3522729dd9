package io.gpuledger.alert.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread brings about. */
final class Waiting {

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(5);

    private Waiting() {}

    /**
     * @return whether it came about in time
     * @throws UncheckedIOException if this thread is interrupted
     */
    static boolean until(BooleanSupplier holds, Duration within) {
        long deadline = System.nanoTime() + within.toNanos();
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
