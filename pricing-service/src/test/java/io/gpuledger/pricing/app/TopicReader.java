package io.gpuledger.pricing.app;

import io.gpuledger.common.event.Event;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads the topics of the service from their beginning. */
final class TopicReader implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final List<String> TOPICS =
            List.of(Topics.PODS, Topics.ACCOUNTS, Topics.PRICES, Topics.ACTIONS, Topics.DEAD_LETTERS);

    private final EventSerde<Event> serde = new EventSerde<>(Event.class, "/test");
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final Map<Event, Integer> partitions = new HashMap<>();

    TopicReader(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> assigned = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(assigned);
        consumer.seekToBeginning(assigned);
    }

    /** The first such event written after this reader began to wait. */
    <E extends Event> E await(Class<E> type, Predicate<E> wanted) {
        Instant begin = Instant.now();
        while (Instant.now().isBefore(begin.plus(PATIENCE))) {
            for (ConsumerRecord<String, byte[]> record : poll()) {
                Event event = event(record);
                if (type.isInstance(event) && event.at().isAfter(begin) && wanted.test(type.cast(event))) {
                    return type.cast(event);
                }
            }
        }
        throw new AssertionError("no such " + type.getSimpleName() + " within " + PATIENCE);
    }

    /** Every event of a topic up to its present end. */
    <E extends Event> List<E> events(String topic, Class<E> type) {
        readToEnd();
        return records.stream()
                .filter(record -> record.topic().equals(topic))
                .map(this::event)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    int partition(Event event) {
        return Objects.requireNonNull(partitions.get(event));
    }

    /** Keys, values and headers of everything written. */
    String everything() {
        readToEnd();
        return records.stream()
                .map(record -> record.key() + new String(record.value(), StandardCharsets.UTF_8) + record.headers())
                .collect(Collectors.joining("\n"));
    }

    private void readToEnd() {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            poll();
        }
    }

    private List<ConsumerRecord<String, byte[]>> poll() {
        List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
        consumer.poll(Duration.ofMillis(100)).forEach(batch::add);
        records.addAll(batch);
        return batch;
    }

    private Event event(ConsumerRecord<String, byte[]> record) {
        Event event = serde.deserialize(record.topic(), record.headers(), record.value());
        partitions.put(event, record.partition());
        return event;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
