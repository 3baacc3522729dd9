package io.gpuledger.alert.desk;

import io.gpuledger.common.event.Event;
import java.time.Instant;

/**
 * Something that ended so long ago that its topic need not keep it either.
 *
 * @param kind of what it is
 */
public record Forgotten(Class<? extends Event> kind, String key, Instant at) implements Event {

    @Override
    public String id() {
        return key + "@" + at.toEpochMilli();
    }
}
