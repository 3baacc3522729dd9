package io.gpuledger.ledger.topology.judging;

import java.time.Duration;

/**
 * The one place that looks at the machine's clock: for how long ledger time has not moved. A process that has just begun
 * counts from then.
 */
public final class Watchdog {

    public static final Duration LOOKS_EVERY = Duration.ofSeconds(30);

    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private long moved;

    public Watchdog(long machineTime) {
        this.moved = machineTime;
    }

    public void moved(long machineTime) {
        moved = machineTime;
    }

    public int stalledMinutes(long machineTime) {
        return Math.toIntExact(Math.clamp((machineTime - moved) / MINUTE, 0, Integer.MAX_VALUE));
    }
}
