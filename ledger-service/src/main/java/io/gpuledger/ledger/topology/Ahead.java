package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PricesListed;
import java.time.Duration;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Observations of the future: one whose source's clock is further ahead than this is not used. What the ledger tells
 * itself was admitted before, and a change of the configuration counts by its version, not by its author's clock.
 */
final class Ahead {

    /** How far the clock of who tells an event may be ahead of the broker's when the event was written. */
    private static final Duration MAX = Duration.ofMinutes(5);

    static final String RULE =
            "at must not be more than " + MAX.toMinutes() + " minutes ahead of the broker's time when it was written";

    private Ahead() {}

    static boolean is(Event event, Record<String, ?> record) {
        return isObserved(event) && event.at().toEpochMilli() > record.timestamp() + MAX.toMillis();
    }

    private static boolean isObserved(Event event) {
        return event instanceof PodEvent
                || event instanceof BillLine
                || event instanceof PricesListed
                || event instanceof AccountObserved;
    }
}
