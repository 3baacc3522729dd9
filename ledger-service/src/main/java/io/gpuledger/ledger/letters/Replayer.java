package io.gpuledger.ledger.letters;

import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.LetterReplayed;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.common.wire.EventType;
import io.gpuledger.ledger.letters.Replay.Why;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes letters back to their topics as they came: bytes, key, headers and partition. The records of it are in the same
 * transaction, and all instances share one transactional id, so that of two who try only one does.
 */
public final class Replayer {

    /** The {@code ce_source} of the record of a replay. */
    static final String SOURCE = "/ledger-service";

    /** So many letters at most, and about so many bytes, in one request. */
    public static final int LETTERS_MAX = 1_000;

    private static final long BYTES_MAX = 16_777_216;
    private static final int RECORD_BYTES_MAX = 16_777_216;
    private static final Set<String> TOPICS = EventType.ALL.stream()
            .map(EventType::topic)
            .filter(topic -> !topic.equals(Topics.REPLAYS) && !topic.equals(Topics.AUDIT))
            .collect(Collectors.toUnmodifiableSet());

    private final ReentrantLock one = new ReentrantLock();
    private final EventSerde<LetterReplayed> events = new EventSerde<>(LetterReplayed.class, SOURCE);
    private final EventSerde<AuditEntry> entries = new EventSerde<>(AuditEntry.class, SOURCE);
    private final Map<String, Object> settings = new HashMap<>();
    private final LetterReader letters;
    private final Replays replays;
    private final InstantSource clock;

    /** @param transactionalId the same for all instances of the service */
    public Replayer(
            String bootstrapServers,
            String transactionalId,
            LetterReader letters,
            Replays replays,
            InstantSource clock) {
        this.letters = letters;
        this.replays = replays;
        this.clock = clock;
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("client.id", transactionalId);
        settings.put("transactional.id", transactionalId);
        settings.put("max.request.size", RECORD_BYTES_MAX);
        settings.put("max.block.ms", TopicReader.PATIENCE.toMillis());
        settings.put("linger.ms", 5);
    }

    /**
     * Who wants letters to be written back.
     *
     * @param by as far as it is known
     * @param force also those that were written back before
     */
    public record Wish(String by, boolean force) {}

    public Replay one(LetterId id, Wish wish) {
        return inTransaction(producer -> {
            ConsumerRecord<byte[], byte[]> letter = letters.record(id);
            if (letter == null) {
                return new Replay.Refused(id.toString(), Why.NOT_FOUND);
            }
            Instant now = clock.instant();
            Replay replay = write(producer, letter, wish, now);
            tell(producer, Topics.AUDIT, entries, Replay.audited(replay, wish, now));
            return replay;
        });
    }

    /** @param after only those after this letter; absent means from the oldest */
    public Replay.Many many(LetterFilter filter, @Nullable LetterId after, int limit, Wish wish) {
        return inTransaction(producer -> {
            Count count = new Count(limit);
            Instant now = clock.instant();
            LetterId last = letters.oldestFirst(
                    filter, after, letter -> count.goesOn(letter, write(producer, letter, wish, now)));
            Replay.Many many = new Replay.Many(
                    count.written, count.alreadyWritten, count.withoutTopic, last == null ? null : last.toString());
            tell(producer, Topics.AUDIT, entries, Replay.audited(many, filter, wish, now));
            return many;
        });
    }

    private static final class Count {
        private final int limit;
        private int written;
        private int alreadyWritten;
        private int withoutTopic;
        private long bytes;

        Count(int limit) {
            this.limit = limit;
        }

        boolean goesOn(ConsumerRecord<byte[], byte[]> letter, Replay replay) {
            switch (replay) {
                case Replay.Refused refused when refused.why() == Why.ALREADY_WRITTEN -> alreadyWritten++;
                case Replay.Refused refused -> withoutTopic++;
                case Replay.Written done -> {
                    written++;
                    bytes += letter.serializedValueSize();
                }
            }
            return written < limit && bytes < BYTES_MAX;
        }
    }

    private Replay write(
            Producer<byte[], byte[]> producer, ConsumerRecord<byte[], byte[]> letter, Wish wish, Instant now) {
        LetterId id = Letter.id(letter);
        String topic = Letter.topic(letter.headers());
        int before = replays.times(id);
        if (before > 0 && !wish.force()) {
            return new Replay.Refused(id.toString(), Why.ALREADY_WRITTEN);
        }
        if (topic == null || !TOPICS.contains(topic)) {
            return new Replay.Refused(id.toString(), Why.WITHOUT_TOPIC);
        }
        RecordHeaders headers = new RecordHeaders(letter.headers());
        DeadLetters.unmark(headers);
        headers.remove(DeadLetters.REPLAY_OF);
        headers.add(DeadLetters.REPLAY_OF, id.toString().getBytes(StandardCharsets.UTF_8));
        send(
                producer,
                new ProducerRecord<>(topic, partition(producer, letter, topic), letter.key(), letter.value(), headers));
        tell(producer, Topics.REPLAYS, events, new LetterReplayed(id.toString(), now, topic, before + 1, wish.by()));
        return new Replay.Written(id.toString(), topic, before + 1);
    }

    private static <T extends Event> void tell(
            Producer<byte[], byte[]> producer, String topic, EventSerde<T> events, T event) {
        RecordHeaders headers = new RecordHeaders();
        byte[] value = events.serialize(topic, headers, event);
        byte[] key = event.key().getBytes(StandardCharsets.UTF_8);
        send(producer, new ProducerRecord<>(topic, null, key, value, headers));
    }

    /** What does not arrive fails the transaction, so nobody waits for it here. */
    private static void send(Producer<byte[], byte[]> producer, ProducerRecord<byte[], byte[]> record) {
        var unused = producer.send(record);
    }

    /** The partition it came on, while there is one of that number; else where its key leads. */
    private static @Nullable Integer partition(
            Producer<?, ?> producer, ConsumerRecord<byte[], byte[]> letter, String topic) {
        Integer partition = Letter.partition(letter.headers());
        return partition != null && partition < producer.partitionsFor(topic).size() ? partition : null;
    }

    /** What was replayed is read after the other instances have been shut out, so that nobody is between. */
    private <T> T inTransaction(Function<Producer<byte[], byte[]>, T> action) {
        one.lock();
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            replays.catchUp();
            producer.beginTransaction();
            try {
                T outcome = action.apply(producer);
                producer.commitTransaction();
                return outcome;
            } catch (RuntimeException e) {
                abort(producer);
                throw e;
            }
        } catch (KafkaException e) {
            throw new Unanswered("nothing was written back: " + e.getMessage(), e);
        } finally {
            one.unlock();
        }
    }

    private static void abort(Producer<?, ?> producer) {
        try {
            producer.abortTransaction();
        } catch (KafkaException e) {
            // fenced or unreachable: the broker gives the transaction up
            return;
        }
    }
}
