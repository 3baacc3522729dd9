package io.gpuledger.alert.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before trying again: anything up to a bound that grows by half each time (full jitter, so that many who
 * failed together do not come back together), and never less than the receiver asked for.
 */
final class Backoff {

    private static final double GROWTH = 1.5;
    private static final long MILLIS_MIN = 100;
    /** Beyond this the bound has long been reached; and the power stays a number. */
    private static final int EXPONENT_MAX = 60;

    private final DeliveryLimits limits;
    private final RandomGenerator chance;

    Backoff(DeliveryLimits limits, RandomGenerator chance) {
        this.limits = limits;
        this.chance = chance;
    }

    /**
     * @param attempts how many have failed, from 1
     * @param asked what the receiver asked for
     */
    Duration after(int attempts, @Nullable Duration asked) {
        double bound = limits.firstDelay().toMillis() * Math.pow(GROWTH, Math.min(attempts - 1, EXPONENT_MAX));
        long millis = (long) Math.min(bound, (double) limits.delayMax().toMillis());
        Duration jittered = Duration.ofMillis(chance.nextLong(MILLIS_MIN, Math.max(millis, MILLIS_MIN) + 1));
        if (asked == null) {
            return jittered;
        }
        Duration honoured = asked.compareTo(limits.retryAfterMax()) > 0 ? limits.retryAfterMax() : asked;
        return honoured.compareTo(jittered) > 0 ? honoured : jittered;
    }
}
