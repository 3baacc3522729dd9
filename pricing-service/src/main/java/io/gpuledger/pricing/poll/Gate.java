package io.gpuledger.pricing.poll;

import io.gpuledger.pricing.provider.Failure;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a provider may be asked again: not before what it asked for, and after failures in a row less and less often.
 *
 * @param failures in a row
 * @param opensAt not to be asked before
 */
public record Gate(int failures, Instant opensAt) {

    private static final int DOUBLINGS_MAX = 20;

    public static final Gate OPEN = new Gate(0, Instant.MIN);

    /**
     * How patient it is.
     *
     * @param first after the second failure in a row; doubled after each further one
     * @param most never longer, unless the provider asks for more
     */
    public record Patience(Duration first, Duration most) {}

    public boolean isOpen(Instant now) {
        return !now.isBefore(opensAt);
    }

    /** It answered, and asked for a pause or not. */
    Gate answered(Instant now, Duration pause) {
        return pause.isZero() ? OPEN : new Gate(0, now.plus(pause));
    }

    /** @param chance from 0 to 1: which part of the second half of the wait is waited */
    Gate failed(Failure failure, Instant now, Patience patience, double chance) {
        Duration wait = backoff(patience, chance);
        if (failure instanceof Failure.RateLimited limited && limited.pause().compareTo(wait) > 0) {
            wait = limited.pause();
        }
        return new Gate(failures + 1, now.plus(wait));
    }

    private Duration backoff(Patience patience, double chance) {
        if (failures == 0) {
            return Duration.ZERO;
        }
        long doubled = patience.first().toMillis() << Math.min(failures - 1, DOUBLINGS_MAX);
        long wait = Math.min(doubled, patience.most().toMillis());
        return Duration.ofMillis(wait / 2 + (long) (wait / 2.0 * chance));
    }
}
