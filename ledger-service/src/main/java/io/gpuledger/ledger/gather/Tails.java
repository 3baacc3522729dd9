package io.gpuledger.ledger.gather;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Whether anything that was committed stands at the end of a changelog, after what was read of it. Offsets alone do not
 * tell: the marks that end transactions take offsets too, and what a killed instance left open, or was aborted, counts for
 * nothing; so the last few are looked at, of all partitions at once. For one thread at a time.
 */
final class Tails implements AutoCloseable {

    /** Further behind than this is still being read back, and not worth a look. */
    static final long BEHIND_MAX = 1_000;

    private static final Duration ONE_POLL = Duration.ofMillis(50);

    private final Map<String, Object> settings = new HashMap<>();
    private final Duration patience;
    private @Nullable Consumer<byte[], byte[]> consumer;

    /** @param patience how long Kafka may take to say how far changelogs go and to show their ends */
    Tails(String bootstrapServers, String clientId, Duration patience) {
        this.patience = patience;
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("client.id", clientId);
        settings.put("isolation.level", "read_committed");
        // the next look waits for a fetch of the one before that finds nothing; 500 ms is the default
        settings.put("fetch.max.wait.ms", 10);
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", Math.toIntExact(patience.toMillis()));
    }

    /** Those in which something committed stands at or after the given offset, or may stand. */
    Set<TopicPartition> behind(Map<TopicPartition, Long> offsets) {
        if (offsets.isEmpty()) {
            return Set.of();
        }
        long deadline = System.nanoTime() + patience.toNanos();
        Consumer<byte[], byte[]> reader = reader();
        // where read_committed is asked for, the end is where the first transaction begins that is open
        Map<TopicPartition, Long> ends = new HashMap<>(reader.endOffsets(offsets.keySet()));
        Set<TopicPartition> behind = new HashSet<>();
        offsets.forEach((changelog, offset) -> {
            long missing = ends.getOrDefault(changelog, Long.MAX_VALUE) - offset;
            if (missing > BEHIND_MAX) {
                behind.add(changelog);
            }
            if (missing <= 0 || missing > BEHIND_MAX) {
                ends.remove(changelog);
            }
        });
        if (!ends.isEmpty()) {
            reader.assign(ends.keySet());
            reader.resume(ends.keySet()); // one that was assigned before is still paused
            ends.keySet().forEach(changelog -> reader.seek(changelog, offsets.getOrDefault(changelog, 0L)));
            behind.addAll(look(reader, ends, deadline));
        }
        return behind;
    }

    /** Reads on until each shows a record before its end, or has come there without. */
    private Set<TopicPartition> look(Consumer<byte[], byte[]> reader, Map<TopicPartition, Long> ends, long deadline) {
        Set<TopicPartition> behind = new HashSet<>();
        Map<TopicPartition, Long> left = new HashMap<>(ends);
        while (!left.isEmpty() && System.nanoTime() < deadline) {
            ConsumerRecords<byte[], byte[]> read = reader.poll(ONE_POLL);
            for (ConsumerRecord<byte[], byte[]> record : read) {
                TopicPartition changelog = new TopicPartition(record.topic(), record.partition());
                if (record.offset() < ends.getOrDefault(changelog, 0L)) {
                    behind.add(changelog);
                }
            }
            left.entrySet()
                    .removeIf(one -> behind.contains(one.getKey()) || reader.position(one.getKey()) >= one.getValue());
            reader.pause(reader.assignment().stream()
                    .filter(changelog -> !left.containsKey(changelog))
                    .toList());
        }
        behind.addAll(left.keySet());
        return behind;
    }

    private Consumer<byte[], byte[]> reader() {
        Consumer<byte[], byte[]> reader = consumer == null
                ? new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                : consumer;
        consumer = reader;
        return reader;
    }

    @Override
    public void close() {
        if (consumer != null) {
            consumer.close();
        }
    }
}
