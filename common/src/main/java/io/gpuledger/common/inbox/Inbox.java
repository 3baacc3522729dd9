package io.gpuledger.common.inbox;

import io.gpuledger.common.event.Event;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A topic -> the lanes of its partitions, shared among all of a consumer group. Where the broker fails it begins again,
 * from what was committed.
 */
public final class Inbox<E extends Event> implements Runnable, AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration BEGIN_AGAIN_AFTER = Duration.ofSeconds(1);

    private final EventSerde<E> events;
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Owner<E> owner;
    private final Map<TopicPartition, Lane<E>> lanes = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private volatile boolean closed;
    private volatile boolean working;

    /** Whose inbox it is. */
    public interface Owner<E> {

        String topic();

        /** How many may be on their way; reading goes on when there are fewer. */
        int waitingMax();

        /** For a partition that is read from now on. */
        Lane<E> lane();

        /** Before anything is read of partitions that another had until now. */
        default void prepare(Consumer<String, byte[]> consumer) {}

        /** What went wrong, and why. */
        void complain(String what, Throwable why);
    }

    /** @param consumers with a group, reading what is committed only; a new one where the last one failed */
    public Inbox(EventSerde<E> events, Supplier<Consumer<String, byte[]>> consumers, Owner<E> owner) {
        this.events = events;
        this.consumers = consumers;
        this.owner = owner;
    }

    /** Whether it reads, or is about to take a breath. */
    public boolean isWorking() {
        return working;
    }

    public boolean isClosed() {
        return closed;
    }

    /** Until it is closed, or its thread is interrupted. */
    @Override
    public void run() {
        while (goesOn()) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                work(consumer);
            } catch (InterruptException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                owner.complain(owner.topic() + " cannot be read, and is read anew", e);
                LockSupport.parkNanos(BEGIN_AGAIN_AFTER.toNanos());
            } finally {
                working = false;
                lanes.values().forEach(Lane::close);
                lanes.clear();
                committed.clear();
            }
        }
    }

    private boolean goesOn() {
        return !closed && !Thread.currentThread().isInterrupted();
    }

    private void work(Consumer<String, byte[]> consumer) {
        consumer.subscribe(List.of(owner.topic()), new Assignment(consumer));
        while (goesOn()) {
            consumer.poll(POLL).forEach(this::accept);
            commit(consumer);
            breathe(consumer);
            working = true;
        }
        lanes.values().forEach(Lane::close);
        commit(consumer);
    }

    private void accept(ConsumerRecord<String, byte[]> record) {
        Lane<E> lane = lanes.get(new TopicPartition(record.topic(), record.partition()));
        if (lane == null) {
            throw new IllegalStateException("no lane for " + record.topic() + "-" + record.partition());
        }
        lane.accept(record.offset(), read(record));
    }

    private @Nullable E read(ConsumerRecord<String, byte[]> record) {
        try {
            return events.deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException e) {
            owner.complain(record.topic() + " has at offset " + record.offset() + " what cannot be read", e);
            return null;
        }
    }

    private void commit(Consumer<String, byte[]> consumer) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        lanes.forEach((partition, lane) -> lane.safeOffset().ifPresent(offset -> {
            if (!Long.valueOf(offset).equals(committed.put(partition, offset))) {
                offsets.put(partition, new OffsetAndMetadata(offset));
            }
        }));
        if (!offsets.isEmpty()) {
            try {
                consumer.commitSync(offsets);
            } catch (RebalanceInProgressException | CommitFailedException | TimeoutException e) {
                // Committed with the next round, or by whoever has the partition now.
                committed.keySet().removeAll(offsets.keySet());
            }
        }
    }

    /** Reads no further while too many are on their way. */
    private void breathe(Consumer<String, byte[]> consumer) {
        if (lanes.values().stream().mapToInt(Lane::waiting).sum() >= owner.waitingMax()) {
            consumer.pause(consumer.assignment());
        } else {
            consumer.resume(consumer.paused());
        }
    }

    private final class Assignment implements ConsumerRebalanceListener {

        private final Consumer<String, byte[]> consumer;

        Assignment(Consumer<String, byte[]> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            owner.prepare(consumer);
            partitions.forEach(partition -> lanes.put(partition, owner.lane()));
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            partitions.forEach(this::leave);
            commit(consumer);
            partitions.forEach(this::forget);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.forEach(this::leave);
            partitions.forEach(this::forget);
        }

        private void leave(TopicPartition partition) {
            Lane<E> lane = lanes.get(partition);
            if (lane != null) {
                lane.close();
            }
        }

        private void forget(TopicPartition partition) {
            lanes.remove(partition);
            committed.remove(partition);
        }
    }

    /** Asks it to end; it does within a moment. */
    @Override
    public void close() {
        closed = true;
    }
}
