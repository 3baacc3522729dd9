package io.gpuledger.pricing.poll;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The instants of an account's polls: whole milliseconds, each after the one before even if the clock is set back. */
final class PollInstants {

    private Instant last = Instant.MIN;

    Instant next(Instant now) {
        Instant millis = now.truncatedTo(ChronoUnit.MILLIS);
        last = millis.isAfter(last) ? millis : last.plusMillis(1);
        return last;
    }
}
