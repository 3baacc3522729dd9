package io.gpuledger.alert.delivery;

import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * notifications.v1 -> lanes. Commits no further than the first notification that is not finished, so that a restart takes
 * up every one of them; which of the later ones are finished already is in the history.
 */
public final class NotificationInbox implements AutoCloseable {

    /** The consumer group of all that deliver. */
    public static final String GROUP = "alert-delivery";

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(10);
    private static final Duration BEGIN_AGAIN_AFTER = Duration.ofSeconds(1);

    private final EventSerde<Notification> events = new EventSerde<>(Notification.class, AlertTopology.SOURCE);
    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Courier courier;
    private final Outcomes outcomes;
    private final History history;
    private final DeliveryLimits limits;
    private final BiConsumer<String, Throwable> complaints;
    private final Map<TopicPartition, Lanes> lanes = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean working;

    /** Where finished notifications are known from, and where they are kept. */
    public record Records(Outcomes outcomes, History history) {}

    /**
     * @param consumers of group {@link #GROUP}, reading what is committed only; a new one where the last one failed
     * @param complaints what went wrong, and why
     */
    public NotificationInbox(
            Supplier<Consumer<String, byte[]>> consumers,
            Courier courier,
            Records records,
            DeliveryLimits limits,
            BiConsumer<String, Throwable> complaints) {
        this.consumers = consumers;
        this.courier = courier;
        this.outcomes = records.outcomes();
        this.history = records.history();
        this.limits = limits;
        this.complaints = complaints;
        this.thread = Thread.ofPlatform().name("notification-inbox").unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    public boolean isWorking() {
        return thread.isAlive() && working;
    }

    private void run() {
        while (!closed) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                work(consumer);
            } catch (RuntimeException e) {
                working = false;
                complaints.accept("delivery was interrupted and begins again", e);
                LockSupport.parkNanos(BEGIN_AGAIN_AFTER.toNanos());
            } finally {
                lanes.values().forEach(Lanes::close);
                lanes.clear();
                committed.clear();
            }
        }
    }

    private void work(Consumer<String, byte[]> consumer) {
        consumer.subscribe(List.of(Topics.NOTIFICATIONS), new Assignment(consumer));
        while (!closed) {
            consumer.poll(POLL).forEach(this::accept);
            commit(consumer);
            breathe(consumer);
            working = true;
        }
        lanes.values().forEach(Lanes::close);
        commit(consumer);
    }

    private void accept(ConsumerRecord<String, byte[]> record) {
        Lanes lane = lanes.get(new TopicPartition(record.topic(), record.partition()));
        if (lane == null) {
            throw new IllegalStateException("no lane for " + record.topic() + "-" + record.partition());
        }
        Notification said = read(record);
        if (said != null) {
            history.handOver(said);
        }
        lane.accept(record.offset(), said);
    }

    private @Nullable Notification read(ConsumerRecord<String, byte[]> record) {
        try {
            return events.deserialize(record.topic(), record.headers(), record.value());
        } catch (SerializationException e) {
            complaints.accept("a notification cannot be read, offset " + record.offset(), e);
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
        int waiting = lanes.values().stream().mapToInt(Lanes::waiting).sum();
        if (waiting >= limits.waitingMax()) {
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
            awaitHistory();
            partitions.forEach(
                    partition -> lanes.put(partition, new Lanes(courier, outcomes, turns, limits.perReceiver())));
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
            Lanes lane = lanes.get(partition);
            if (lane != null) {
                lane.close();
            }
        }

        private void forget(TopicPartition partition) {
            lanes.remove(partition);
            committed.remove(partition);
        }

        /** What another instance, or we ourselves before a restart, have finished must be known before we begin. */
        private void awaitHistory() {
            List<TopicPartition> all = Stream.of(Topics.DELIVERIES, Topics.RECEIPTS)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (!closed && !history.knows(ends)) {
                LockSupport.parkNanos(LOOK_AGAIN_AFTER.toNanos());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
