package io.gpuledger.pricing.publish;

import io.gpuledger.common.event.Event;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way.
 *
 * @param source who says it, the {@code ce_source} of the record
 * @param partition where it must go; absent means where its key leads
 */
public record OutgoingRecord(
        Event event, String source, @Nullable Integer partition) {

    public static OutgoingRecord of(Event event, String source) {
        return new OutgoingRecord(event, source, null);
    }
}
