package io.gpuledger.alert.sink.ticket;

import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Where tickets are made, and what they say.
 *
 * @param tracker makes it
 * @param reopenWithin how long after its end a ticket is opened again rather than another made; absent means always
 */
public record TicketSettings(
        boolean sendResolved,
        Function<Outside, Tracker> tracker,
        Words title,
        Words body,
        @Nullable Duration reopenWithin)
        implements SinkSettings {

    @Override
    public Sink sink(Outside outside) {
        return new TicketSink(this, tracker.apply(outside), outside);
    }
}
