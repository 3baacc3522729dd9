package io.gpuledger.ledger.overhead;

import java.time.Duration;

/** UTC hours by the epoch millisecond they begin at. */
public final class Hours {

    public static final long MILLIS = Duration.ofHours(1).toMillis();

    /** Before all hours. */
    public static final long NEVER = Long.MIN_VALUE;

    /** After all hours: what is not closed yet. */
    public static final long OPEN = Long.MAX_VALUE;

    private Hours() {}

    /** The hour an instant lies in. */
    public static long of(long at) {
        return Math.floorDiv(at, MILLIS) * MILLIS;
    }
}
