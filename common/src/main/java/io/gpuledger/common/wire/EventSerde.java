package io.gpuledger.common.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.event.Event;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;

/**
 * Events of a topic as JSON values with CloudEvents headers. The header {@code ce_type} says which record a value is read
 * into; without it, or with one that does not belong here, the value is refused.
 *
 * @param <T> the root of the topic's events
 */
@NullUnmarked
public final class EventSerde<T extends Event> implements Serde<T>, Serializer<T>, Deserializer<T> {

    private final Class<T> root;
    private final String source;

    /** @param source the {@code ce_source} of what is written, such as {@code /ledger-service} */
    public EventSerde(Class<T> root, String source) {
        this.root = root;
        this.source = source;
    }

    @Override
    public byte[] serialize(String topic, T event) {
        return serialize(topic, new RecordHeaders(), event);
    }

    @Override
    public byte[] serialize(String topic, Headers headers, T event) {
        if (event == null) {
            return null;
        }
        CloudEventHeaders.write(headers, event, source);
        try {
            return Json.mapper().writeValueAsBytes(event);
        } catch (IOException e) {
            throw new SerializationException("cannot write " + event.getClass().getSimpleName(), e);
        }
    }

    @Override
    public T deserialize(String topic, byte[] data) {
        throw new SerializationException("an event of " + topic + " can only be read with its headers");
    }

    @Override
    public T deserialize(String topic, Headers headers, byte[] data) {
        if (data == null) {
            return null;
        }
        String name = CloudEventHeaders.read(headers, CloudEventHeaders.TYPE);
        Class<? extends Event> type = EventType.named(name == null ? "" : name)
                .map(EventType::type)
                .filter(root::isAssignableFrom)
                .orElseThrow(() -> new SerializationException(
                        name == null
                                ? "ce_type header is missing"
                                : "ce_type '" + name + "' does not belong on " + topic));
        try {
            return root.cast(Json.mapper().readValue(data, type));
        } catch (JsonProcessingException e) {
            throw new SerializationException(Malformed.place(e) + Malformed.reason(e), e);
        } catch (IOException e) {
            throw new SerializationException("cannot be read", e);
        }
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}

    @Override
    public Serializer<T> serializer() {
        return this;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }
}
