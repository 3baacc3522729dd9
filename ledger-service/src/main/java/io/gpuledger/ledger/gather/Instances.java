package io.gpuledger.ledger.gather;

import io.gpuledger.common.topic.Topics;
import io.gpuledger.ledger.query.ask.BooksOnHand.NotReady;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** Which instances have which partitions of the books, the best to ask first. */
final class Instances {

    /** An instance that did not answer in time is asked last for so long. */
    private static final Duration DISTRUSTED_FOR = Duration.ofSeconds(5);

    private final KafkaStreams streams;
    private final HostInfo self;
    private final Map<HostInfo, Long> distrustedUntil = new ConcurrentHashMap<>();

    Instances(KafkaStreams streams, HostInfo self) {
        this.streams = streams;
        this.self = self;
    }

    boolean isSelf(HostInfo host) {
        return host.equals(self);
    }

    void distrust(HostInfo host) {
        distrustedUntil.put(host, System.nanoTime() + DISTRUSTED_FOR.toNanos());
    }

    /** For each partition of the books whom to ask, one after the other. */
    Map<Integer, List<HostInfo>> sources(int partitions) {
        return sources(Topics.POSTINGS, partitions);
    }

    /** The same for whoever reads a topic: its active instance, its standbys, and this one in the end. */
    Map<Integer, List<HostInfo>> sources(String topic, int partitions) {
        Collection<StreamsMetadata> known = known();
        Map<Integer, List<HostInfo>> sources = new HashMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            TopicPartition books = new TopicPartition(topic, partition);
            Set<HostInfo> hosts = new LinkedHashSet<>();
            with(known, books, StreamsMetadata::topicPartitions, hosts);
            with(known, books, StreamsMetadata::standbyTopicPartitions, hosts);
            hosts.add(self);
            sources.put(partition, trustedFirst(hosts));
        }
        return sources;
    }

    private Collection<StreamsMetadata> known() {
        try {
            return streams.metadataForAllStreamsClients();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            String state = streams.state().name().toLowerCase(Locale.ROOT);
            throw new NotReady("it is not known who has the books: the ledger is " + state, e);
        }
    }

    private void with(
            Collection<StreamsMetadata> known,
            TopicPartition books,
            Function<StreamsMetadata, Set<TopicPartition>> which,
            Set<HostInfo> hosts) {
        known.stream()
                .filter(instance -> which.apply(instance).contains(books))
                .map(StreamsMetadata::hostInfo)
                .map(host -> host.equals(HostInfo.unavailable()) ? self : host)
                .sorted((one, other) -> Boolean.compare(isSelf(other), isSelf(one)))
                .forEach(hosts::add);
    }

    private List<HostInfo> trustedFirst(Set<HostInfo> hosts) {
        List<HostInfo> trusted = new ArrayList<>(hosts);
        List<HostInfo> distrusted = trusted.stream().filter(this::isDistrusted).toList();
        trusted.removeAll(distrusted);
        trusted.addAll(distrusted);
        return trusted;
    }

    private boolean isDistrusted(HostInfo host) {
        Long until = distrustedUntil.get(host);
        if (until != null && until - System.nanoTime() < 0) {
            distrustedUntil.remove(host);
            return false;
        }
        return until != null;
    }
}
