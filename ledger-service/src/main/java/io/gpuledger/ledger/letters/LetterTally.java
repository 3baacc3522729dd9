package io.gpuledger.ledger.letters;

import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Counts letters by topic and reason, from the oldest there is; a thread of its own goes on counting. */
public final class LetterTally implements AutoCloseable {

    /** So many pairs of topic and reason are told apart; the rest is counted together. */
    static final int KINDS_MAX = 1_000;

    static final String OTHER = "other reasons";
    static final String NOWHERE = "none";

    private static final Duration PAUSE = Duration.ofMillis(500);
    /** What a letter's topic can be. */
    public static final Set<String> TOPICS = Stream.concat(
                    EventType.ALL.stream().map(EventType::topic), Stream.of(NOWHERE, OTHER))
            .collect(Collectors.toUnmodifiableSet());

    /**
     * How many letters of one topic have one reason; what a reason quotes is left out of it.
     *
     * @param topic the topic they came on; {@code none} where they came on none
     * @param first when the first was buried
     * @param last when the last was
     */
    public record Count(String topic, String reason, long count, Instant first, Instant last) {}

    private record Kind(String topic, String reason) {}

    private final String bootstrapServers;
    private final Map<Kind, Count> counts = new HashMap<>();
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private @Nullable Thread thread;
    private volatile boolean caughtUp;
    private volatile boolean ended;

    public LetterTally(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    public void start() {
        thread = Thread.ofVirtual().name("letter-tally").start(this::count);
    }

    /** Whether all letters there were a moment ago are counted. */
    public boolean isComplete() {
        return caughtUp;
    }

    /** The most frequent first. */
    public synchronized List<Count> counts() {
        return counts.values().stream()
                .sorted(Comparator.comparingLong(Count::count)
                        .reversed()
                        .thenComparing(Count::topic)
                        .thenComparing(Count::reason))
                .toList();
    }

    public synchronized long total() {
        return counts.values().stream().mapToLong(Count::count).sum();
    }

    /** How many came on a topic. */
    public synchronized long of(String topic) {
        return counts.values().stream()
                .filter(count -> count.topic().equals(topic))
                .mapToLong(Count::count)
                .sum();
    }

    private void count() {
        while (!ended) {
            try (TopicReader topic = TopicReader.of(bootstrapServers, Topics.DEAD_LETTERS)) {
                while (!ended) {
                    catchUp(topic);
                    LockSupport.parkNanos(PAUSE.toNanos());
                }
            } catch (KafkaException | Unanswered e) {
                caughtUp = false;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        }
    }

    private void catchUp(TopicReader topic) {
        Map<TopicPartition, Long> ends = topic.ends(topic.partitions());
        Map<TopicPartition, Long> begins = topic.begins(ends.keySet());
        ends.forEach((partition, end) -> {
            long begin = begins.getOrDefault(partition, 0L);
            long from = Math.min(end, Math.max(begin, positions.getOrDefault(partition, begin)));
            if (from < end) {
                topic.read(partition, from, end, record -> {
                    take(record);
                    positions.put(partition, record.offset() + 1);
                    return !ended;
                });
                positions.put(partition, end);
            }
        });
        caughtUp = true;
    }

    synchronized void take(ConsumerRecord<byte[], byte[]> record) {
        String topic = Letter.topic(record.headers());
        String known = topic == null ? NOWHERE : TOPICS.contains(topic) ? topic : OTHER;
        Kind kind = new Kind(known, general(Letter.reason(record.headers())));
        Kind counted = counts.containsKey(kind) || counts.size() < KINDS_MAX ? kind : new Kind(OTHER, OTHER);
        Instant at = Letter.at(record);
        counts.merge(
                counted,
                new Count(counted.topic, counted.reason, 1, at, at),
                (all, more) -> new Count(all.topic(), all.reason(), all.count() + 1, all.first(), at));
    }

    /** Without what it quotes, which may be different in every letter. */
    private static String general(String reason) {
        return reason.replaceAll("'[^']*+'", "'…'");
    }

    @Override
    public void close() {
        ended = true;
        if (thread != null) {
            LockSupport.unpark(thread);
        }
    }
}
