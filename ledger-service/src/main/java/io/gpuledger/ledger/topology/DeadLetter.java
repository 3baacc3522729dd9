package io.gpuledger.ledger.topology;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.wire.CloudEventHeaders;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.common.wire.Json;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** A record that cannot be used, as it came, with its reason and origin in the headers all dead letters have. */
final class DeadLetter {

    private DeadLetter() {}

    /** The record that is being worked on. */
    static Record<String, Object> of(
            Record<String, ? extends Event> record, String reason, ProcessorContext<String, Object> context) {
        Headers headers = new RecordHeaders(record.headers());
        DeadLetters.Origin origin = context.recordMetadata()
                .map(at -> new DeadLetters.Origin(at.topic(), at.partition(), at.offset()))
                .orElse(null);
        DeadLetters.mark(headers, reason, origin);
        return letter(record.key(), record.value(), record.timestamp(), headers);
    }

    /** An event as it came in a record that was read with others. */
    static Record<String, Object> of(Event event, String reason, ConsumerRecord<byte[], byte[]> from) {
        Headers headers = new RecordHeaders(from.headers());
        DeadLetters.mark(headers, reason, new DeadLetters.Origin(from.topic(), from.partition(), from.offset()));
        return new Record<>(event.key(), from.value(), from.timestamp(), headers);
    }

    /** An event that came earlier than the record that is being worked on: its origin is not known any more. */
    static Record<String, Object> of(Event event, String reason, long timestamp) {
        Headers headers = new RecordHeaders();
        CloudEventHeaders.write(headers, event, LedgerTopology.SOURCE);
        DeadLetters.mark(headers, reason, null);
        return letter(event.key(), event, timestamp, headers);
    }

    private static Record<String, Object> letter(
            @Nullable String key, @Nullable Event event, long timestamp, Headers headers) {
        try {
            byte @Nullable [] value = event == null ? null : Json.mapper().writeValueAsBytes(event);
            return new Record<>(key, value, timestamp, headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that was read cannot be written", e);
        }
    }
}
