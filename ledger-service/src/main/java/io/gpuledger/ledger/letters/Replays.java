package io.gpuledger.ledger.letters;

import io.gpuledger.common.event.LetterReplayed;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** Which letters were written back and by whom, as {@code replays.v1} says: some bits for each letter, and a count where it was not once. */
public final class Replays implements AutoCloseable {

    private static final int BITS = 16;

    /** So many who wrote letters back are told apart. */
    private static final int NAMES_MAX = 1_000;

    private final ReentrantLock one = new ReentrantLock();
    private final EventSerde<LetterReplayed> events = new EventSerde<>(LetterReplayed.class, Replayer.SOURCE);
    private final String bootstrapServers;
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<String, BitSet> once = new HashMap<>();
    private final Map<LetterId, Integer> oftener = new HashMap<>();
    private final Map<String, Map<String, BitSet>> byName = new HashMap<>();
    private @Nullable TopicReader reader;

    public Replays(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /** Reads what was committed since it was last called. */
    public void catchUp() {
        one.lock();
        try {
            TopicReader topic = reader == null ? TopicReader.of(bootstrapServers, Topics.REPLAYS) : reader;
            reader = topic;
            Map<TopicPartition, Long> ends = topic.ends(topic.partitions());
            Map<TopicPartition, Long> begins = topic.begins(ends.keySet());
            ends.forEach((partition, end) -> {
                long begin = begins.getOrDefault(partition, 0L);
                long from = Math.max(begin, positions.getOrDefault(partition, begin));
                positions.put(partition, topic.read(partition, Math.min(from, end), end, this::take));
            });
        } catch (KafkaException e) {
            throw new Unanswered("the record of replays cannot be read: " + e.getMessage(), e);
        } finally {
            one.unlock();
        }
    }

    /** How often a letter was written back, as far as it was read. */
    public int times(LetterId id) {
        one.lock();
        try {
            Integer often = oftener.get(id);
            BitSet bits = once.get(shelf(id));
            return often != null ? often : bits != null && bits.get(place(id)) ? 1 : 0;
        } finally {
            one.unlock();
        }
    }

    /** Who wrote a letter back last; absent where nobody did, or it was not written down. */
    public @Nullable String by(LetterId id) {
        one.lock();
        try {
            return byName.entrySet().stream()
                    .filter(one ->
                            one.getValue().getOrDefault(shelf(id), new BitSet()).get(place(id)))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
        } finally {
            one.unlock();
        }
    }

    private void note(LetterId id, @Nullable String by) {
        byName.values()
                .forEach(
                        shelves -> shelves.getOrDefault(shelf(id), new BitSet()).clear(place(id)));
        if (by != null && (byName.containsKey(by) || byName.size() < NAMES_MAX)) {
            byName.computeIfAbsent(by, name -> new HashMap<>())
                    .computeIfAbsent(shelf(id), shelf -> new BitSet())
                    .set(place(id));
        }
    }

    private boolean take(ConsumerRecord<byte[], byte[]> record) {
        LetterReplayed replayed = read(record);
        if (replayed != null) {
            LetterId id = LetterId.of("letter", replayed.letter());
            once.computeIfAbsent(shelf(id), shelf -> new BitSet()).set(place(id));
            note(id, replayed.by());
            if (replayed.times() > 1) {
                oftener.merge(id, replayed.times(), Math::max);
            }
        }
        return true;
    }

    /** Absent where it is none of ours, which must not keep anybody from replaying. */
    private @Nullable LetterReplayed read(ConsumerRecord<byte[], byte[]> record) {
        try {
            LetterReplayed replayed = events.deserialize(Topics.REPLAYS, record.headers(), record.value());
            return replayed == null || LetterId.isOne(replayed.letter()) ? replayed : null;
        } catch (SerializationException e) {
            return null;
        }
    }

    private static String shelf(LetterId id) {
        return id.partition() + "-" + (id.offset() >> BITS);
    }

    private static int place(LetterId id) {
        return (int) (id.offset() & ((1 << BITS) - 1));
    }

    @Override
    public void close() {
        one.lock();
        try {
            if (reader != null) {
                reader.close();
            }
        } finally {
            one.unlock();
        }
    }
}
