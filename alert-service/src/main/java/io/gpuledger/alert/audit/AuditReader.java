package io.gpuledger.alert.audit;

import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/** Reads the audit from the topic, each time anew; one question after the other. */
public final class AuditReader {

    /** How many of the newest entries are looked through. */
    static final int SCANNED_MAX = 20_000;

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    private final EventSerde<AuditEntry> events = new EventSerde<>(AuditEntry.class, AlertTopology.SOURCE);
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
        Deque<AuditEntry> found = new ArrayDeque<>();
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.AUDIT).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
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
                    keep(record, wanted, limit, found);
                }
            }
        }
        return List.copyOf(found);
    }

    private void keep(
            ConsumerRecord<String, byte[]> record,
            Predicate<AuditEntry> wanted,
            int limit,
            Deque<AuditEntry> newestFirst) {
        try {
            AuditEntry entry = events.deserialize(record.topic(), record.headers(), record.value());
            if (entry != null && wanted.test(entry)) {
                newestFirst.addFirst(entry);
                if (newestFirst.size() > limit) {
                    newestFirst.removeLast();
                }
            }
        } catch (SerializationException e) {
            // What cannot be read is no entry of ours.
        }
    }
}
