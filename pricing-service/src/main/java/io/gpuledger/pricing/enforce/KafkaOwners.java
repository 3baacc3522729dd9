package io.gpuledger.pricing.enforce;

import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.config.resource.OwnerRules;
import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ConfigSettled;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the owner rules in force from {@code config.v1}, anew for each action that asks by owner: these are rare, and must not
 * go by rules of yesterday. Before the ledger has settled anything, the rules of the file count.
 */
public final class KafkaOwners implements Owners {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    /** Every partition has all of the configuration. */
    private static final TopicPartition CONFIG = new TopicPartition(Topics.CONFIG, 0);

    private final EventSerde<ConfigEntry> events = new EventSerde<>(ConfigEntry.class, "/" + Enforcer.NAME);
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final List<OwnerRule> ofFile;

    /** @param consumers without a group, reading what is committed only */
    public KafkaOwners(Supplier<Consumer<String, byte[]>> consumers, List<OwnerRule> ofFile) {
        this.consumers = consumers;
        this.ofFile = List.copyOf(ofFile);
    }

    /** What was read so far. */
    private static final class Read {
        private boolean settled;
        private @Nullable Map<String, Object> owners;
    }

    @Override
    public Optional<List<OwnerRule>> inForce() throws InterruptedException {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(CONFIG));
            consumer.seekToBeginning(List.of(CONFIG));
            long end = consumer.endOffsets(List.of(CONFIG), ANSWER_WITHIN).getOrDefault(CONFIG, 0L);
            long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
            Read read = new Read();
            while (consumer.position(CONFIG) < end) {
                if (System.nanoTime() > deadline) {
                    return Optional.empty();
                }
                consumer.poll(POLL).forEach(record -> take(record, read));
            }
            return Optional.of(rules(read));
        } catch (InterruptException e) {
            // Kafka's own, which is not the JDK's, and has set the thread's mark again.
            Thread.interrupted();
            throw new InterruptedException("broken off while Kafka was read");
        } catch (KafkaException | InvalidValue e) {
            return Optional.empty();
        }
    }

    private void take(ConsumerRecord<String, byte[]> record, Read read) {
        ConfigEntry entry;
        try {
            entry = events.deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException e) {
            // What is not the keeper's word is none of the configuration.
            return;
        }
        if (entry instanceof ConfigSettled) {
            read.settled = true;
        } else if (entry instanceof ConfigChanged changed && changed.kind() == ConfigKind.OWNERS) {
            read.owners = changed.value();
        }
    }

    private List<OwnerRule> rules(Read read) {
        if (!read.settled) {
            return ofFile;
        }
        return read.owners == null
                ? List.of()
                : ((OwnerRules) Resource.read(ConfigKind.OWNERS, ConfigKind.OWNERS.word(), read.owners)
                                .body())
                        .rules();
    }
}
