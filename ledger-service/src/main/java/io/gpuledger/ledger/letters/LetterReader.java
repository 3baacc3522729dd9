package io.gpuledger.ledger.letters;

import io.gpuledger.common.topic.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Finds letters where they are, in their topic: nothing of them is kept twice. With several partitions one is read after
 * the other.
 */
public final class LetterReader implements AutoCloseable {

    /** One question looks at so many letters at most, and then says where to go on. */
    public static final int LOOKED_AT_MAX = 20_000;

    private static final int CHUNK = 500;

    /**
     * Letters, the newest first.
     *
     * @param next where to go on ({@code before}); absent where there are no more
     */
    public record Page(List<Letter> letters, @Nullable String next) {}

    private final ReentrantLock one = new ReentrantLock();
    private final String bootstrapServers;
    private final Replays replays;
    private @Nullable TopicReader reader;

    public LetterReader(String bootstrapServers, Replays replays) {
        this.bootstrapServers = bootstrapServers;
        this.replays = replays;
    }

    /** @param before only those before this one; absent means from the end */
    public Page newestFirst(LetterFilter filter, @Nullable LetterId before, int limit) {
        replays.catchUp();
        return locked(topic -> {
            Backwards walk = new Backwards(filter, limit);
            for (TopicPartition partition : topic.partitions()) {
                if (before == null || partition.partition() >= before.partition()) {
                    walk.through(topic, stretch(topic, partition, filter, before));
                }
            }
            return new Page(List.copyOf(walk.found), walk.next);
        });
    }

    /** @return the letter with its payload; absent where there is none */
    public @Nullable Letter letter(LetterId id) {
        replays.catchUp();
        ConsumerRecord<byte[], byte[]> record = record(id);
        return record == null ? null : Letter.of(record, replays, true);
    }

    @Nullable ConsumerRecord<byte[], byte[]> record(LetterId id) {
        TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS, id.partition());
        return locked(topic -> {
            List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
            if (topic.partitions().contains(partition)
                    && topic.begins(List.of(partition)).getOrDefault(partition, 0L) <= id.offset()
                    && topic.ends(List.of(partition)).getOrDefault(partition, 0L) > id.offset()) {
                topic.read(partition, id.offset(), id.offset() + 1, found::add);
            }
            return found.isEmpty() ? null : found.getFirst();
        });
    }

    /**
     * Shows letters to an action, the oldest first, until it wants no more.
     *
     * @param after only those after this one; absent means from the beginning
     * @return the last that was looked at, where there may be more
     */
    @Nullable LetterId oldestFirst(
            LetterFilter filter, @Nullable LetterId after, Predicate<ConsumerRecord<byte[], byte[]>> action) {
        return locked(topic -> {
            int[] looked = {0};
            for (TopicPartition partition : topic.partitions()) {
                if (after != null && partition.partition() < after.partition()) {
                    continue;
                }
                Stretch whole = stretch(topic, partition, filter, null);
                long from = after != null && after.partition() == partition.partition()
                        ? Math.max(whole.from, after.offset() + 1)
                        : whole.from;
                long stopped = topic.read(
                        partition,
                        from,
                        whole.until,
                        record -> (!filter.takes(record) || action.test(record)) && ++looked[0] < LOOKED_AT_MAX);
                if (stopped < whole.until) {
                    return new LetterId(partition.partition(), stopped - 1);
                }
            }
            return null;
        });
    }

    private record Stretch(TopicPartition partition, long from, long until) {}

    private static Stretch stretch(
            TopicReader topic, TopicPartition partition, LetterFilter filter, @Nullable LetterId before) {
        long begin = topic.begins(List.of(partition)).getOrDefault(partition, 0L);
        long end = topic.ends(List.of(partition)).getOrDefault(partition, 0L);
        Long from = filter.from() == null ? null : topic.offsetAt(partition, filter.from());
        Long until = filter.until() == null ? null : topic.offsetAt(partition, filter.until());
        end = until == null ? end : Math.min(end, until);
        end = before == null || before.partition() != partition.partition() ? end : Math.min(end, before.offset());
        begin = filter.from() == null ? begin : Math.max(begin, from == null ? end : from);
        return new Stretch(partition, Math.min(begin, end), end);
    }

    /** From the end of a stretch to its beginning, in chunks that are each read forward. */
    private final class Backwards {

        private final LetterFilter filter;
        private final int limit;
        private final List<Letter> found = new ArrayList<>();
        private long looked;
        private @Nullable String next;

        Backwards(LetterFilter filter, int limit) {
            this.filter = filter;
            this.limit = limit;
        }

        void through(TopicReader topic, Stretch stretch) {
            for (long until = stretch.until; next == null && until > stretch.from; until -= CHUNK) {
                if (looked >= LOOKED_AT_MAX) {
                    next = new LetterId(stretch.partition.partition(), until).toString();
                    return;
                }
                List<Letter> chunk = chunk(topic, stretch.partition, Math.max(stretch.from, until - CHUNK), until);
                looked += CHUNK;
                for (Letter letter : chunk.reversed()) {
                    if (found.size() == limit) {
                        next = found.getLast().id();
                        return;
                    }
                    found.add(letter);
                }
            }
        }

        private List<Letter> chunk(TopicReader topic, TopicPartition partition, long from, long until) {
            List<Letter> chunk = new ArrayList<>();
            topic.read(partition, from, until, record -> {
                if (filter.takes(record)) {
                    chunk.add(Letter.of(record, replays, false));
                }
                return true;
            });
            return chunk;
        }
    }

    private <T extends @Nullable Object> T locked(Function<TopicReader, T> question) {
        one.lock();
        try {
            TopicReader topic = reader == null ? TopicReader.of(bootstrapServers, Topics.DEAD_LETTERS) : reader;
            reader = topic;
            return question.apply(topic);
        } catch (KafkaException e) {
            throw new Unanswered("dead letters cannot be read: " + e.getMessage(), e);
        } finally {
            one.unlock();
        }
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
