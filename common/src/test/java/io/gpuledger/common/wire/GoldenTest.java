package io.gpuledger.common.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.event.Event;
import io.gpuledger.common.topic.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {

    private static final String PREFIX = "io.gpuledger.";

    private final EventSerde<Event> serde = new EventSerde<>(Event.class, "/golden");

    static List<Golden> golden() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void whatWasPublishedIsReadAsWhatItMeans(Golden golden) {
        Event read = serde.deserialize(golden.topic(), golden.kafkaHeaders(), golden.bytes());

        assertThat(read).isEqualTo(meant(golden));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void whatIsMeantIsWrittenAsItWasPublished(Golden golden) throws Exception {
        byte[] written = serde.serialize(golden.topic(), meant(golden));

        assertThat(Json.mapper().readTree(written)).isEqualTo(golden.value());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void theHeadersAndTheKeyAreThoseThatWerePublished(Golden golden) {
        Headers headers = new RecordHeaders();
        serde.serialize(golden.topic(), headers, meant(golden));

        Map<String, String> written = new LinkedHashMap<>();
        headers.forEach(header -> written.put(header.key(), new String(header.value(), UTF_8)));
        assertThat(written).isEqualTo(golden.headers());
        assertThat(meant(golden).key()).isEqualTo(golden.key());
    }

    @ParameterizedTest
    @MethodSource("golden")
    void everyEventIsOnItsTopic(Golden golden) {
        assertThat(EventType.of(meant(golden)).topic()).isEqualTo(golden.topic());
    }

    @Test
    void everyEventTypeHasAGoldenFileAndEveryGoldenFileAnEventType() {
        Set<String> published = golden().stream().map(Golden::name).collect(Collectors.toCollection(TreeSet::new));

        assertThat(published).containsAll(types());
        assertThat(golden()).allSatisfy(golden -> {
            assertThat(types()).contains(golden.type());
            assertThat(golden.name()).startsWith(golden.type());
        });
    }

    @Test
    void everyTopicButTheDeadLettersHasAnEventType() throws Exception {
        Set<String> topics = EventType.ALL.stream().map(EventType::topic).collect(Collectors.toSet());
        Set<String> named = new TreeSet<>();
        for (var constant : Topics.class.getFields()) {
            if (constant.get(null) instanceof String topic) {
                named.add(topic);
            }
        }
        named.remove(Topics.DEAD_LETTERS);

        assertThat(topics).isEqualTo(named);
    }

    @Test
    void everyGoldenFileHasItsMeaningInJava() {
        assertThat(golden())
                .extracting(golden -> golden.name().substring(PREFIX.length()))
                .containsExactlyInAnyOrderElementsOf(GoldenEvents.ALL.keySet());
    }

    private static Set<String> types() {
        return EventType.ALL.stream().map(EventType::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Event meant(Golden golden) {
        return Objects.requireNonNull(
                GoldenEvents.ALL.get(golden.name().substring(PREFIX.length())),
                () -> "add the meaning of " + golden + " to GoldenEvents");
    }
}
