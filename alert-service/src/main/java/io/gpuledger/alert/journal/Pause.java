package io.gpuledger.alert.journal;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Pause {

    void of(Duration duration) throws InterruptedException;
}
