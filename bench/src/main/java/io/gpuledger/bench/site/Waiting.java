package io.gpuledger.bench.site;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, and gives up with a word about it. */
public final class Waiting {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private Waiting() {}

    public static void until(String what, BooleanSupplier condition, Child... alive) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!condition.getAsBoolean()) {
            for (Child child : alive) {
                if (!child.isAlive()) {
                    throw new IllegalStateException("waiting until " + what + ": the process has ended");
                }
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("gave up waiting until " + what);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
