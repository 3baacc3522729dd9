package io.gpuledger.alert.journal;

import io.gpuledger.alert.alert.Beat;
import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Receipt;
import io.gpuledger.common.event.Withheld;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** Reads along what was decided and what came of it, from the beginning, on a thread of its own. */
public final class History implements AutoCloseable {

    /** How many notifications can be asked for. */
    public static final int RECENT_MAX = 1_000;
    /** How many changes of who is kept quiet can be asked for. */
    static final int WITHHELD_MAX = 5_000;
    /** How many outcomes are remembered; the oldest are forgotten, and Kafka forgets them after 90 days. */
    static final int FINISHED_MAX = 200_000;

    /** How many groups are remembered to have a ticket or a message; the oldest are forgotten. */
    static final int RECEIPTS_MAX = 100_000;

    private static final Duration POLL = Duration.ofMillis(200);

    private final EventSerde<Event> events = new EventSerde<>(Event.class, AlertTopology.SOURCE);
    private final Consumer<String, byte[]> consumer;
    private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
    private final Recent recent = new Recent(new EventSerde<>(Notification.class, AlertTopology.SOURCE), RECENT_MAX);
    private final Map<String, Withheld> withheld = bounded(WITHHELD_MAX);
    private final Map<String, Delivery> outcomes = bounded(FINISHED_MAX);
    private final Map<String, Receipt> receipts = bounded(RECEIPTS_MAX);
    private final java.util.function.Consumer<Delivery> listener;
    private final Map<TopicPartition, Long> before = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean closed;

    /** A notification and what came of it; absent while it is on its way. */
    public record Entry(Notification notification, @Nullable Delivery delivery) {}

    /**
     * @param consumer without a group; belongs to this from now on
     * @param listener hears of every outcome, the old ones too
     */
    public History(Consumer<String, byte[]> consumer, java.util.function.Consumer<Delivery> listener) {
        this.consumer = consumer;
        this.listener = listener;
        this.thread = Thread.ofPlatform().name("history").daemon().unstarted(this::run);
    }

    public void start() {
        List<TopicPartition> partitions = new ArrayList<>(partitionsOf(Topics.DELIVERIES));
        List<TopicPartition> notifications = partitionsOf(Topics.NOTIFICATIONS);
        List<TopicPartition> decisions = partitionsOf(Topics.DECISIONS);
        partitions.addAll(notifications);
        partitions.addAll(partitionsOf(Topics.RECEIPTS));
        partitions.addAll(decisions);
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        before.putAll(consumer.endOffsets(partitions));
        seekBack(notifications, RECENT_MAX);
        seekBack(decisions, WITHHELD_MAX);
        thread.start();
    }

    private void seekBack(List<TopicPartition> partitions, int records) {
        consumer.endOffsets(partitions)
                .forEach((partition, end) -> consumer.seek(partition, Math.max(0, end - records)));
    }

    private List<TopicPartition> partitionsOf(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    private void run() {
        try (consumer) {
            while (!closed) {
                consumer.poll(POLL).forEach(this::meet);
                recent.readOverdue(System.nanoTime());
                notePositions();
            }
        } catch (WakeupException e) {
            // close() asked for it
        }
    }

    private void notePositions() {
        try {
            consumer.assignment().forEach(partition -> positions.put(partition, consumer.position(partition)));
        } catch (TimeoutException e) {
            // The broker is away; the positions are noted when it is back.
        }
    }

    private void meet(ConsumerRecord<String, byte[]> record) {
        if (record.topic().equals(Topics.NOTIFICATIONS)) {
            recent.met(record, System.nanoTime());
        } else {
            learn(record);
        }
    }

    private void learn(ConsumerRecord<String, byte[]> record) {
        try {
            Event event = events.deserialize(record.topic(), record.headers(), record.value());
            if (event instanceof Delivery outcome) {
                listener.accept(outcome);
            }
            synchronized (this) {
                switch (event) {
                    case Delivery delivery -> add(delivery);
                    case Receipt receipt -> add(receipt);
                    case Withheld change -> withheld.put(change.id(), change);
                    case null, default -> {}
                }
            }
        } catch (SerializationException e) {
            // What cannot be read is not ours; the inbox reports it.
        }
    }

    /** Whether everything before these offsets is known here. */
    public boolean knows(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), -1L) >= end.getValue());
    }

    /** Whether all that was there at the start is known. */
    public boolean isCaughtUp() {
        return knows(before);
    }

    public synchronized boolean isFinished(String notification) {
        return outcomes.containsKey(notification);
    }

    /** That is read elsewhere already. */
    void handOver(Notification said) {
        recent.handedOver(said);
    }

    synchronized Optional<Receipt> receipt(String key) {
        return Optional.ofNullable(receipts.get(key));
    }

    /** The newest of a key is the last to be forgotten. */
    synchronized void add(Receipt receipt) {
        receipts.remove(receipt.key());
        receipts.put(receipt.key(), receipt);
    }

    /** A heartbeat is not remembered: it is worth nothing once another one is due, and would push out what is. */
    synchronized void add(Delivery delivery) {
        if (!Beat.INTEGRATION.equals(delivery.integration())) {
            outcomes.put(delivery.notification(), delivery);
        }
    }

    /** Newest first. */
    public List<Entry> recent(int limit) {
        List<Notification> all = recent.all();
        synchronized (this) {
            return all.stream()
                    .sorted((a, b) -> b.at().compareTo(a.at()))
                    .limit(limit)
                    .map(said -> new Entry(said, outcomes.get(said.id())))
                    .toList();
        }
    }

    /** Who is kept quiet, or no more, in the order it was decided. */
    public synchronized List<Withheld> withheld() {
        return List.copyOf(withheld.values());
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static <V> Map<String, V> bounded(int max) {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > max;
            }
        };
    }
}
