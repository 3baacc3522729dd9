package io.gpuledger.ledger.gather;

import io.gpuledger.ledger.store.StoredBooks;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.LagInfo;
import org.jspecify.annotations.Nullable;

/**
 * Compares what stands here with what was committed. Offsets alone do not tell: the marks that end transactions take
 * offsets too, and what a killed instance left open counts for nothing; so the last few are looked at.
 */
public final class Changelogs implements StoredBooks.Standing, AutoCloseable {

    /** Further behind than this is still being read back, and not worth a look. */
    static final long BEHIND_MAX = 1_000;

    private static final Duration ONE_POLL = Duration.ofMillis(50);

    private final ReentrantLock one = new ReentrantLock();
    private final KafkaStreams streams;
    private final String application;
    private final Map<String, Object> settings = new HashMap<>();
    private final Duration patience;
    private @Nullable Consumer<byte[], byte[]> consumer;

    /** @param patience how long Kafka may take to say how far a changelog goes */
    public Changelogs(KafkaStreams streams, String bootstrapServers, String application, Duration patience) {
        this.streams = streams;
        this.application = application;
        this.patience = patience;
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("client.id", application + "-changelog-ends");
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("default.api.timeout.ms", Math.toIntExact(patience.toMillis()));
    }

    @Override
    public Set<Integer> caughtUp(Set<Integer> partitions) {
        one.lock();
        try {
            Map<String, Map<Integer, LagInfo>> here = streams.allLocalStorePartitionLags();
            Set<Integer> caughtUp = new TreeSet<>();
            for (int partition : partitions) {
                if (StoredBooks.STORES.stream().allMatch(store -> isCaughtUp(store, partition, here))) {
                    caughtUp.add(partition);
                }
            }
            return caughtUp;
        } catch (KafkaException | IllegalStateException e) {
            return Set.of();
        } finally {
            one.unlock();
        }
    }

    private boolean isCaughtUp(String store, int partition, Map<String, Map<Integer, LagInfo>> here) {
        LagInfo lag = here.getOrDefault(store, Map.of()).get(partition);
        if (lag == null || lag.offsetLag() == 0) {
            return lag != null;
        }
        TopicPartition changelog = new TopicPartition(application + "-" + store + "-changelog", partition);
        return !holdsMore(changelog, lag.currentOffsetPosition());
    }

    /** Whether anything that was committed stands at or after an offset. */
    private boolean holdsMore(TopicPartition changelog, long offset) {
        Consumer<byte[], byte[]> reader = reader();
        long end = reader.endOffsets(List.of(changelog)).getOrDefault(changelog, 0L);
        if (offset >= end || end - offset > BEHIND_MAX) {
            return offset < end;
        }
        reader.assign(List.of(changelog));
        reader.seek(changelog, offset);
        long deadline = System.nanoTime() + patience.toNanos();
        while (reader.position(changelog) < end && System.nanoTime() < deadline) {
            if (!reader.poll(ONE_POLL).isEmpty()) {
                return true;
            }
        }
        return reader.position(changelog) < end;
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
        one.lock();
        try {
            if (consumer != null) {
                consumer.close();
            }
        } finally {
            one.unlock();
        }
    }
}
