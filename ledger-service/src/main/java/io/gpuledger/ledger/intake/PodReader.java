package io.gpuledger.ledger.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.wire.CloudEventHeaders;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.common.wire.EventType;
import java.util.Arrays;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.NullUnmarked;

/**
 * Reads pods.v1. Most observations repeat the one before but for their instant and use: these are compared, not parsed.
 * Everything else, and everything that is odd, goes to the parser.
 */
@NullUnmarked
public final class PodReader implements Deserializer<PodEvent> {

    /** Templates take at most this share of the heap, by what one takes: some 300 bytes of text and as many of fields. */
    private static final int HEAP_SHARE = 8;

    private static final int TEMPLATE_BYTES = 1_024;
    private static final int TEMPLATES_MAX = 1 << 20;
    private static final byte[] OBSERVED = EventType.ALL.stream()
            .filter(type -> type.type() == PodObserved.class)
            .findFirst()
            .orElseThrow()
            .name()
            .getBytes(UTF_8);

    private final EventSerde<PodEvent> parser;
    private final Templates templates;
    private final LastInstant instants = new LastInstant();

    public PodReader(EventSerde<PodEvent> parser) {
        this(parser, (int) Math.min(TEMPLATES_MAX, Runtime.getRuntime().maxMemory() / HEAP_SHARE / TEMPLATE_BYTES));
    }

    PodReader(EventSerde<PodEvent> parser, int templatesMax) {
        this.parser = parser;
        this.templates = new Templates(templatesMax);
    }

    @Override
    public PodEvent deserialize(String topic, byte[] data) {
        return parser.deserialize(topic, data);
    }

    @Override
    public PodEvent deserialize(String topic, Headers headers, byte[] data) {
        int set = data != null && isObservation(headers) ? templates.set(data) : -1;
        if (set < 0) {
            return parser.deserialize(topic, headers, data);
        }
        for (int way = 0; way < Templates.ways(); way++) {
            Template template = templates.get(set, way);
            PodObserved again = template == null ? null : template.reads(data, instants);
            if (again != null) {
                return again;
            }
        }
        return parsed(topic, headers, data, set);
    }

    private PodEvent parsed(String topic, Headers headers, byte[] data, int set) {
        PodEvent event = parser.deserialize(topic, headers, data);
        Template template = event instanceof PodObserved seen ? Template.of(data, seen) : null;
        if (template != null) {
            templates.keep(set, template);
        }
        return event;
    }

    private static boolean isObservation(Headers headers) {
        Header type = headers.lastHeader(CloudEventHeaders.TYPE);
        return type != null && Arrays.equals(type.value(), OBSERVED);
    }
}
