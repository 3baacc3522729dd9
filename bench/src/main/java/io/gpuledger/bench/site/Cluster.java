package io.gpuledger.bench.site;

import io.gpuledger.common.topic.TopicSettings;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The broker's topics and how far its groups have come. */
public final class Cluster implements AutoCloseable {

    private final String bootstrapServers;
    private final Admin admin;

    Cluster(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Deletes every topic but Kafka's own and creates the topics again, empty. */
    public void wipe() {
        deleteAllBut(Set.of());
    }

    /** The same, but what the ledger reads stays. */
    public void wipeAllBut(String... kept) {
        deleteAllBut(Set.of(kept));
    }

    private void deleteAllBut(Set<String> kept) {
        Set<String> gone = new HashSet<>(get(admin.listTopics().names()));
        gone.removeAll(kept);
        get(admin.deleteTopics(gone).all());
        Waiting.until("topics are gone", () -> {
            Set<String> left = new HashSet<>(get(admin.listTopics().names()));
            left.retainAll(gone);
            return left.isEmpty();
        });
        Set<String> there = get(admin.listTopics().names());
        List<NewTopic> missing = TopicSettings.shipped().stream()
                .filter(topic -> !there.contains(topic.name()))
                .map(Cluster::onOneBroker)
                .toList();
        get(admin.createTopics(missing).all());
        Waiting.until("topics are there", () -> missing.stream().allMatch(topic -> isKnown(topic.name())));
    }

    /** A broker learns of a topic a moment after it was created. */
    private boolean isKnown(String topic) {
        try {
            return admin.describeTopics(List.of(topic)).allTopicNames().get().containsKey(topic);
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static NewTopic onOneBroker(TopicSettings topic) {
        Map<String, String> config = new HashMap<>(topic.config());
        config.put("min.insync.replicas", "1");
        return new NewTopic(topic.name(), Optional.of(topic.partitions()), Optional.of((short) 1)).configs(config);
    }

    public int partitions(String topic) {
        return get(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
                .mapToInt(description -> description.partitions().size())
                .sum();
    }

    /** Topics whose names end so. */
    public Set<String> topicsEndingIn(String suffix) {
        return get(admin.listTopics().names()).stream()
                .filter(name -> name.endsWith(suffix))
                .collect(Collectors.toSet());
    }

    /** Records of a topic a group has committed to have read. */
    public long committed(String group, String topic) {
        Map<TopicPartition, OffsetAndMetadata> offsets =
                get(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        return offsets.entrySet().stream()
                .filter(entry -> entry.getKey().topic().equals(topic) && entry.getValue() != null)
                .mapToLong(entry -> entry.getValue().offset())
                .sum();
    }

    /** Records of a topic there are, and marks of transactions among them. */
    public long written(String topic) {
        Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
        for (int partition = 0; partition < partitions(topic); partition++) {
            ends.put(new TopicPartition(topic, partition), OffsetSpec.latest());
        }
        return get(admin.listOffsets(ends).all()).values().stream()
                .mapToLong(info -> info.offset())
                .sum();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
