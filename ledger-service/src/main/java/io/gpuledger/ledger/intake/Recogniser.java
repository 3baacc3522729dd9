package io.gpuledger.ledger.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.wire.CloudEventHeaders;
import io.gpuledger.common.wire.EventType;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Knows observations again that repeat what an earlier one of their pod said, by comparing what is written. */
final class Recogniser {

    private static final byte[] OBSERVED = EventType.ALL.stream()
            .filter(type -> type.type() == PodObserved.class)
            .findFirst()
            .orElseThrow()
            .name()
            .getBytes(UTF_8);

    private final Templates templates;
    private final LastInstant instants = new LastInstant();

    Recogniser(Templates templates) {
        this.templates = templates;
    }

    /** None where it says anything else, is odd in any way, or its key is not that of its pod. */
    @Nullable Repeat repeat(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] key = record.key();
        byte @Nullable [] text = record.value();
        if (key == null || text == null || !isObservation(record.headers())) {
            return null;
        }
        int set = templates.set(text);
        Template template = set < 0 ? null : find(set, text);
        return template != null && template.hasKey(key) ? template.reads(text, instants) : null;
    }

    @Nullable Repeat repeat(byte[] text, int set) {
        Template template = find(set, text);
        return template == null ? null : template.reads(text, instants);
    }

    private @Nullable Template find(int set, byte[] text) {
        for (int way = 0; way < Templates.ways(); way++) {
            Template template = templates.get(set, way);
            if (template != null && template.beginsAs(text)) {
                return template;
            }
        }
        return null;
    }

    /** Where the templates of an observation may be; -1 where it is none. */
    int set(Headers headers, byte @Nullable [] text) {
        return text != null && isObservation(headers) ? templates.set(text) : -1;
    }

    void keep(int set, Template template) {
        templates.keep(set, template);
    }

    private static boolean isObservation(Headers headers) {
        Header type = headers.lastHeader(CloudEventHeaders.TYPE);
        return type != null && Arrays.equals(type.value(), OBSERVED);
    }
}
