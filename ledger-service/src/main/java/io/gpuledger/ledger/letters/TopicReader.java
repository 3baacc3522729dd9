package io.gpuledger.ledger.letters;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads stretches of one topic, committed records only. For one thread at a time. */
final class TopicReader implements AutoCloseable {

    /** One question's time with Kafka. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration ONE_POLL = Duration.ofMillis(200);
    private static final int FETCH_BYTES_MAX = 4_194_304;

    private final Consumer<byte[], byte[]> consumer;
    private final String topic;

    private TopicReader(Consumer<byte[], byte[]> consumer, String topic) {
        this.consumer = consumer;
        this.topic = topic;
    }

    static TopicReader of(String bootstrapServers, String topic) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("client.id", "ledger-service-" + topic);
        settings.put("isolation.level", "read_committed");
        settings.put("enable.auto.commit", false);
        settings.put("auto.offset.reset", "earliest");
        settings.put("allow.auto.create.topics", false);
        settings.put("fetch.max.bytes", FETCH_BYTES_MAX);
        settings.put("max.partition.fetch.bytes", FETCH_BYTES_MAX);
        settings.put("default.api.timeout.ms", Math.toIntExact(PATIENCE.toMillis()));
        return new TopicReader(
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer()), topic);
    }

    List<TopicPartition> partitions() {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
        return consumer.beginningOffsets(partitions);
    }

    Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    /** The first offset at or after an instant; absent where there is none. */
    @Nullable Long offsetAt(TopicPartition partition, Instant at) {
        var found = consumer.offsetsForTimes(Map.of(partition, Math.max(0, at.toEpochMilli())))
                .get(partition);
        return found == null ? null : found.offset();
    }

    /**
     * Shows every record of a stretch to an action, in order, until it wants no more.
     *
     * @return where it stopped: the offset after the last that was shown, or {@code until}
     */
    long read(TopicPartition partition, long from, long until, Predicate<ConsumerRecord<byte[], byte[]>> action) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        consumer.assign(List.of(partition));
        consumer.seek(partition, from);
        while (consumer.position(partition) < until) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(ONE_POLL)) {
                if (record.offset() >= until) {
                    return until;
                }
                if (!action.test(record)) {
                    return record.offset() + 1;
                }
            }
            if (System.nanoTime() > deadline) {
                throw new Unanswered("Kafka did not give " + topic + " within " + PATIENCE.toSeconds() + " s", null);
            }
        }
        return until;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
