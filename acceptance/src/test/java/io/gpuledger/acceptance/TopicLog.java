package io.gpuledger.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.common.topic.Topics;
import io.gpuledger.testing.TestBroker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What the broker knows: how far the ledger has read, who has which partitions, and what was told to whoever reads committed records. */
final class TopicLog implements AutoCloseable {

    private static final String GROUP = "gpu-ledger.ledger-service";

    private final Admin admin = Admin.create(Map.of("bootstrap.servers", TestBroker.bootstrapServers()));

    /** How many records of pods.v1 the ledger has read and committed. */
    long read() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(GROUP).partitionsToOffsetAndMetadata().get().entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(Topics.PODS) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** How many partitions of the books each live member of the group has; one that has none counts 0. */
    List<Long> books() throws ExecutionException, InterruptedException {
        return admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP).members().stream()
                .map(member -> member.assignment().topicPartitions().stream()
                        .filter(partition -> partition.topic().equals(Topics.POSTINGS))
                        .count())
                .toList();
    }

    /** The ids of all crossings told so far, in the order of their partitions; one told twice stands there twice. */
    static List<String> crossings() {
        List<String> ids = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = committed()) {
            List<TopicPartition> partitions = consumer.partitionsFor(Topics.CROSSINGS).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(record -> ids.add(new String(
                                Objects.requireNonNull(record.headers().lastHeader("ce_id"))
                                        .value(),
                                UTF_8)));
            }
        }
        return ids;
    }

    private static KafkaConsumer<String, String> committed() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", TestBroker.bootstrapServers());
        settings.put("isolation.level", "read_committed");
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    @Override
    public void close() {
        admin.close();
    }
}
