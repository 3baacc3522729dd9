package io.gpuledger.ledger.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.wire.CloudEventHeaders;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.common.wire.Json;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/** An event that cannot be used, as it came, with its reason in the header all dead letters have. */
final class DeadLetter {

    private DeadLetter() {}

    static Record<String, Object> of(Event event, String reason, long timestamp) {
        Headers headers = new RecordHeaders();
        CloudEventHeaders.write(headers, event, LedgerTopology.SOURCE);
        headers.add(DeadLetters.REASON, reason.getBytes(UTF_8));
        try {
            return new Record<>(event.key(), Json.mapper().writeValueAsBytes(event), timestamp, headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that was read cannot be written", e);
        }
    }
}
