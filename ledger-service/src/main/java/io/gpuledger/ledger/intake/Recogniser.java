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
    private @Nullable Template last;

    Recogniser(Templates templates) {
        this.templates = templates;
    }

    /** What comes now does not stand after what came last. */
    void beginsRow() {
        last = null;
    }

    /**
     * None where it says anything else, is odd in any way, or its key is not that of its pod. Pods come poll after poll in
     * the same order, so most are found where the one before was followed the last time.
     */
    @Nullable Repeat repeat(ConsumerRecord<byte[], byte[]> record) {
        byte @Nullable [] key = record.key();
        byte @Nullable [] text = record.value();
        if (key == null || text == null || !isObservation(record.headers())) {
            return null;
        }
        Template before = last;
        Template next = before == null ? null : before.next();
        Repeat repeat = reads(next, key, text);
        if (repeat == null) {
            next = templates.find(text);
            repeat = reads(next, key, text);
            if (before != null && next != null) {
                before.isFollowedBy(next);
            }
        }
        last = next == null ? before : next;
        return repeat;
    }

    private @Nullable Repeat reads(@Nullable Template template, byte[] key, byte[] text) {
        return template != null && template.hasKey(key) ? template.reads(text, instants) : null;
    }

    /** None where it says anything else, or is odd in any way. */
    @Nullable Repeat repeat(Headers headers, byte @Nullable [] text) {
        Template template = text == null || !isObservation(headers) ? null : templates.find(text);
        return template == null || text == null ? null : template.reads(text, instants);
    }

    /** Will know again what says the same. */
    void keep(byte[] text, PodObserved read) {
        Template template = Template.of(text, read);
        if (template != null) {
            templates.keep(text, template);
        }
    }

    private static boolean isObservation(Headers headers) {
        Header type = headers.lastHeader(CloudEventHeaders.TYPE);
        return type != null && Arrays.equals(type.value(), OBSERVED);
    }
}
