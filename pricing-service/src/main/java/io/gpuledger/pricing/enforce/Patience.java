package io.gpuledger.pricing.enforce;

import io.gpuledger.pricing.provider.Failure;
import io.gpuledger.pricing.provider.FetchOutcome;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;

/** Tries again what may be tried again, less and less often and not before the provider wants it, until a last instant. */
final class Patience {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration MOST = Duration.ofSeconds(30);

    private final InstantSource clock;
    private final Pause pause;

    Patience(InstantSource clock, Pause pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /** The last answer: a success, a failure that is final, or one for which no time is left. */
    <T> FetchOutcome<T> until(Instant last, Supplier<FetchOutcome<T>> call) throws InterruptedException {
        Duration wait = FIRST;
        while (true) {
            FetchOutcome<T> outcome = call.get();
            Failure failure = outcome.failure();
            if (failure == null || !isPassing(failure)) {
                return outcome;
            }
            Duration asked = failure instanceof Failure.RateLimited limited ? limited.pause() : Duration.ZERO;
            Duration longer = asked.compareTo(wait) > 0 ? asked : wait;
            if (!clock.instant().plus(longer).isBefore(last)) {
                return outcome;
            }
            pause.of(longer);
            wait = wait.multipliedBy(2).compareTo(MOST) > 0 ? MOST : wait.multipliedBy(2);
        }
    }

    private static boolean isPassing(Failure failure) {
        return failure instanceof Failure.RateLimited
                || failure instanceof Failure.Unavailable
                || failure instanceof Failure.TimedOut;
    }
}
