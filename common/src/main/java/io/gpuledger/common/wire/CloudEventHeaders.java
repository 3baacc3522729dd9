package io.gpuledger.common.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.Event;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** CloudEvents 1.0 attributes as Kafka headers (binary content mode). */
public final class CloudEventHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String SOURCE = "ce_source";
    public static final String TYPE = "ce_type";
    public static final String TIME = "ce_time";
    public static final String CONTENT_TYPE = "content-type";

    private CloudEventHeaders() {}

    /** Sets the attributes of an event, in place of any that were there. Whoever reads looks for the type, and from the end. */
    public static void write(Headers headers, Event event, String source) {
        set(headers, SPEC_VERSION, "1.0");
        set(headers, ID, event.id());
        set(headers, SOURCE, source);
        set(headers, TIME, event.at().toString());
        set(headers, CONTENT_TYPE, "application/json");
        set(headers, TYPE, EventType.of(event).name());
    }

    public static @Nullable String read(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), UTF_8);
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(UTF_8));
    }
}
