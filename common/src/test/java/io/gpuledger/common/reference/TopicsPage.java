package io.gpuledger.common.reference;

import io.gpuledger.common.config.Durations;
import io.gpuledger.common.topic.TopicSettings;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.common.wire.EventType;
import java.time.Duration;
import java.util.stream.Collectors;

/** The topics as a page for people. */
final class TopicsPage {

    private static final String HEAD = """
            # Topics

            Made from `topics.yaml` and the list of event types; do not edit by hand.

            Values are JSON; headers are CloudEvents 1.0 in binary mode (`ce_id`, `ce_source`, `ce_type`, `ce_time`,
            `ce_specversion`, `content-type`). The header `ce_type` says which schema a value follows. Two records of one
            `ce_id` are one event. Schemas: [schemas](schemas); the same as AsyncAPI: [asyncapi.yaml](asyncapi.yaml).

            A schema says what is written. Readers are more tolerant: a field they do not know is passed over, an absent
            list or map is an empty one, a rate may be a number of dollars, and an amount may be given as `usd` alone.

            A dead letter is the record as it came; the header `REASON` holds its reason in one line, and
            `TOPIC`, `PARTITION` and `OFFSET` say where it stood. A record that
            was written back bears `REPLAY`, the letter's id.

            | topic | what it carries | partitions | kept | event types |
            |---|---|---|---|---|
            """;

    private TopicsPage() {}

    static String markdown() {
        return HEAD.replace("REASON", DeadLetters.REASON)
                        .replace("TOPIC", DeadLetters.TOPIC)
                        .replace("PARTITION", DeadLetters.PARTITION)
                        .replace("OFFSET", DeadLetters.OFFSET)
                        .replace("REPLAY", DeadLetters.REPLAY_OF)
                + TopicSettings.shipped().stream().map(TopicsPage::row).collect(Collectors.joining());
    }

    private static String row(TopicSettings topic) {
        String types = EventType.ALL.stream()
                .filter(type -> type.topic().equals(topic.name()))
                .map(type -> "[" + type.name() + "](schemas/" + type.name() + ".json)")
                .collect(Collectors.joining(", "));
        return "| `%s` | %s | %d | %s | %s |\n"
                .formatted(
                        topic.name(),
                        topic.purpose(),
                        topic.partitions(),
                        kept(topic),
                        types.isEmpty() ? "any, as it came" : types);
    }

    private static String kept(TopicSettings topic) {
        String policy = topic.config().getOrDefault("cleanup.policy", "delete");
        String millis = topic.config().get("retention.ms");
        String age = millis == null ? "for ever" : Durations.text(Duration.ofMillis(Long.parseLong(millis)));
        return policy.contains("compact") ? "last of each key, " + age : age;
    }
}
