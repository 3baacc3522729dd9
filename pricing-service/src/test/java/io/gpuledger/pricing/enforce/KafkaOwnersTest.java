package io.gpuledger.pricing.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ConfigSettled;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KafkaOwnersTest {

    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final TopicPartition CONFIG = new TopicPartition(Topics.CONFIG, 0);
    private static final List<OwnerRule> OF_FILE =
            List.of(new OwnerRule("of-the-file", null, null, null, "*", Map.of(), null, null));

    private final EventSerde<ConfigEntry> events = new EventSerde<>(ConfigEntry.class, "/ledger-service");
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();

    private void says(ConfigEntry entry) {
        RecordHeaders headers = new RecordHeaders();
        says(entry.key(), events.serialize(Topics.CONFIG, headers, entry), headers);
    }

    private void says(String key, byte[] value, RecordHeaders headers) {
        records.add(new ConsumerRecord<>(
                Topics.CONFIG,
                0,
                records.size(),
                AT.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                0,
                key,
                value,
                headers,
                Optional.empty()));
    }

    private void owners(long version, @Nullable Map<String, Object> value) {
        says(new ConfigChanged(ConfigKind.OWNERS, "owners", version, AT, "ann", ManagedBy.REST, value));
        says(new ConfigSettled(version, AT));
    }

    private static Map<String, Object> rules(String owner) {
        return Map.of("rules", List.of(Map.of("owner", owner, "namePattern", "*")));
    }

    private MockConsumer<String, byte[]> consumer() {
        MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
        consumer.updateBeginningOffsets(Map.of(CONFIG, 0L));
        consumer.updateEndOffsets(Map.of(CONFIG, (long) records.size()));
        consumer.schedulePollTask(() -> records.forEach(consumer::addRecord));
        return consumer;
    }

    private String inForce() throws InterruptedException {
        return new KafkaOwners(this::consumer, OF_FILE)
                .inForce()
                .map(rules -> rules.stream().map(OwnerRule::owner).collect(Collectors.joining(",")))
                .orElse("not to be told");
    }

    @Test
    void takesTheRulesThatWereSettledLast() throws Exception {
        owners(1, rules("one"));
        owners(2, rules("two"));

        assertThat(inForce()).isEqualTo("two");
    }

    @Test
    void takesTheFilesRulesBeforeAnythingIsSettledAndNoneWhereTheyWereDeleted() throws Exception {
        assertThat(inForce()).isEqualTo("of-the-file");
        owners(1, rules("one"));
        owners(2, null);

        assertThat(inForce()).isEmpty();
    }

    @Test
    void passesOverWhatIsNoneOfTheConfiguration() throws Exception {
        says("owners", new byte[] {1, 2}, new RecordHeaders());
        says(new ConfigChanged(ConfigKind.BUDGET, "ml", 1, AT, "ann", ManagedBy.REST, Map.of("name", "ml")));
        owners(2, rules("two"));

        assertThat(inForce()).isEqualTo("two");
    }

    @Test
    void doesNotGuessWhereTheRulesCannotBeRead() throws Exception {
        owners(1, Map.of("rules", List.of(Map.of("colour", "red"))));
        assertThat(inForce()).isEqualTo("not to be told");

        KafkaOwners cutOff = new KafkaOwners(
                () -> {
                    throw new KafkaException("no broker");
                },
                OF_FILE);
        assertThat(cutOff.inForce()).isEmpty();
    }
}
