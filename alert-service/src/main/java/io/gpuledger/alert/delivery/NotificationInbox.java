package io.gpuledger.alert.delivery;

import io.gpuledger.alert.flow.AlertTopology;
import io.gpuledger.alert.journal.History;
import io.gpuledger.alert.journal.Outcomes;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.inbox.Inbox;
import io.gpuledger.common.inbox.Lane;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * notifications.v1 -> lanes, on a thread of its own. A restart takes up every one that is not finished; which of the later
 * ones are finished already is in the history.
 */
public final class NotificationInbox implements AutoCloseable {

    /** The consumer group of all that deliver. */
    public static final String GROUP = "alert-delivery";

    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(10);
    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(15);

    private final Courier courier;
    private final Outcomes outcomes;
    private final History history;
    private final DeliveryLimits limits;
    private final BiConsumer<String, Throwable> complaints;
    private final Map<String, Semaphore> turns = new ConcurrentHashMap<>();
    private final Inbox<Notification> inbox;
    private final Thread thread;

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
        this.courier = courier;
        this.outcomes = records.outcomes();
        this.history = records.history();
        this.limits = limits;
        this.complaints = complaints;
        this.inbox =
                new Inbox<>(new EventSerde<>(Notification.class, AlertTopology.SOURCE), consumers, new Notifications());
        this.thread = Thread.ofPlatform().name("notification-inbox").unstarted(inbox);
    }

    public void start() {
        thread.start();
    }

    public boolean isWorking() {
        return thread.isAlive() && inbox.isWorking();
    }

    private final class Notifications implements Inbox.Owner<Notification> {

        @Override
        public String topic() {
            return Topics.NOTIFICATIONS;
        }

        @Override
        public int waitingMax() {
            return limits.waitingMax();
        }

        @Override
        public Lane<Notification> lane() {
            return new Lanes(courier, outcomes, turns, limits.perReceiver());
        }

        /** What another instance, or we ourselves before a restart, have finished must be known before we begin. */
        @Override
        public void prepare(Consumer<String, byte[]> consumer) {
            List<TopicPartition> all = Stream.of(Topics.DELIVERIES, Topics.RECEIPTS)
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            while (!inbox.isClosed() && !history.knows(ends)) {
                LockSupport.parkNanos(LOOK_AGAIN_AFTER.toNanos());
            }
        }

        @Override
        public void complain(String what, Throwable why) {
            complaints.accept(what, why);
        }
    }

    @Override
    public void close() {
        inbox.close();
        if (!thread.isAlive()) {
            return;
        }
        try {
            thread.join(CLOSED_WITHIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
