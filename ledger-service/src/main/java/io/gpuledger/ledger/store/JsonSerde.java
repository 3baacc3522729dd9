package io.gpuledger.ledger.store;

import io.gpuledger.common.wire.Json;
import java.io.IOException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.NullUnmarked;

/** State as JSON, so that a changelog can be read by a person. */
@NullUnmarked
public final class JsonSerde {

    private JsonSerde() {}

    public static <T> Serde<T> of(Class<T> type) {
        Serializer<T> writer = (topic, value) -> {
            try {
                return value == null ? null : Json.mapper().writeValueAsBytes(value);
            } catch (IOException e) {
                throw new SerializationException("cannot write state " + type.getSimpleName(), e);
            }
        };
        Deserializer<T> reader = (topic, bytes) -> {
            try {
                return bytes == null ? null : Json.mapper().readValue(bytes, type);
            } catch (IOException e) {
                throw new SerializationException("cannot read state " + type.getSimpleName(), e);
            }
        };
        return Serdes.serdeFrom(writer, reader);
    }
}
