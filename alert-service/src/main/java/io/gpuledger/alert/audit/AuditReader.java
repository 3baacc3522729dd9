package io.gpuledger.alert.audit;

import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/** Reads the audit from its topics, each time anew; one question after the other. */
public final class AuditReader {

    /** How many of the newest records of each topic are looked through. */
    static final int SCANNED_MAX = 20_000;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Comparator<AuditEntry> NEWEST_LAST = Comparator.comparing(AuditEntry::at);

    private final EventSerde<AuditEntry> entries = new EventSerde<>(AuditEntry.class, AlertTopology.SOURCE);
    private final EventSerde<ConfigDecided> decisions = new EventSerde<>(ConfigDecided.class, AlertTopology.SOURCE);
    private final Supplier<Consumer<String, byte[]>> consumers;

    /** @param consumers without a group, reading what is committed only */
    public AuditReader(Supplier<Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    /**
     * The newest first.
     *
     * @throws UncheckedIOException if Kafka does not answer in time
     */
    synchronized List<AuditEntry> newest(Predicate<AuditEntry> wanted, int limit) {
        List<AuditEntry> found = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer);
            Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            ends.forEach((partition, end) ->
                    consumer.seek(partition, Math.max(first.getOrDefault(partition, 0L), end - SCANNED_MAX)));
            long deadline = System.nanoTime() + ANSWER_WITHIN.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new UncheckedIOException(new IOException("the audit could not be read in time"));
                }
                for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                    entries(record).stream().filter(wanted).forEach(found::add);
                }
            }
        }
        // Of one instant, what was written later is newer.
        found.sort(NEWEST_LAST);
        return found.reversed().stream().limit(limit).toList();
    }

    /** Where the service runs alone, there is no configuration to be changed. */
    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer) {
        Map<String, List<PartitionInfo>> topics = consumer.listTopics();
        return Stream.of(Topics.AUDIT, Topics.CONFIG_DECISIONS)
                .flatMap(topic -> topics.getOrDefault(topic, List.of()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private List<AuditEntry> entries(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(Topics.CONFIG_DECISIONS)) {
                ConfigDecided decided = decisions.deserialize(record.topic(), record.headers(), record.value());
                return decided == null ? List.of() : Decisions.entries(decided);
            }
            AuditEntry entry = entries.deserialize(record.topic(), record.headers(), record.value());
            return entry == null ? List.of() : List.of(entry);
        } catch (SerializationException e) {
            // What cannot be read is no entry of ours.
            return List.of();
        }
    }
}
