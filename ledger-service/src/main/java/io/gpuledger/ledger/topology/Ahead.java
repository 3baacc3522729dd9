package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.Event;
import java.time.Duration;
import java.time.Instant;
import org.apache.kafka.streams.processor.api.Record;

/** Events of the future: one whose source's clock is further ahead than this is not used. */
final class Ahead {

    /** How far the clock of who tells an event may be ahead of the broker's when the event was written. */
    private static final Duration MAX = Duration.ofMinutes(5);

    static final String RULE =
            "at must not be more than " + MAX.toMinutes() + " minutes ahead of the broker's time when it was written";

    private Ahead() {}

    static boolean is(Event event, Record<String, ?> record) {
        return is(event.at(), record.timestamp());
    }

    static boolean is(Instant at, long written) {
        return at.toEpochMilli() > written + MAX.toMillis();
    }
}
