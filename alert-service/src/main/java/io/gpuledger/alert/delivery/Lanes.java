package io.gpuledger.alert.delivery;

import io.gpuledger.alert.journal.Outcomes;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.inbox.Lane;
import io.gpuledger.common.inbox.Places;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * The notifications of one partition on their way: in order per receiver, integration and group, each such lane on a
 * virtual thread of its own while it has something to bring.
 */
final class Lanes implements Lane<Notification> {

    private static final Duration CLOSED_WITHIN = Duration.ofSeconds(5);

    private final Courier courier;
    private final Outcomes outcomes;
    private final Map<String, Semaphore> turns;
    private final int perReceiver;
    private final Map<String, Deque<Parcel>> waiting = new HashMap<>();
    private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
    private final Places places = new Places();
    private boolean closed;

    private record Parcel(long offset, Notification notification) {}

    /** @param turns by sink, shared by all partitions */
    Lanes(Courier courier, Outcomes outcomes, Map<String, Semaphore> turns, int perReceiver) {
        this.courier = courier;
        this.outcomes = outcomes;
        this.turns = turns;
        this.perReceiver = perReceiver;
    }

    @Override
    public synchronized void accept(long offset, @Nullable Notification notification) {
        if (notification != null) {
            outcomes.meet(notification);
        }
        if (notification == null || outcomes.isFinished(notification)) {
            places.pass(offset);
            return;
        }
        places.begin(offset);
        String lane = notification.receiver() + "\u0000" + notification.integration() + "\u0000" + notification.index()
                + "\u0000" + notification.groupKey();
        Deque<Parcel> parcels = waiting.get(lane);
        if (parcels != null) {
            parcels.add(new Parcel(offset, notification));
            return;
        }
        Deque<Parcel> begun = new ArrayDeque<>();
        begun.add(new Parcel(offset, notification));
        waiting.put(lane, begun);
        Thread thread =
                Thread.ofVirtual().name("lane " + notification.receiver()).unstarted(() -> walk(lane));
        threads.add(thread);
        thread.start();
    }

    @Override
    public synchronized OptionalLong safeOffset() {
        return places.safe();
    }

    @Override
    public synchronized int waiting() {
        return places.unfinished();
    }

    private void walk(String lane) {
        try {
            for (Parcel parcel = head(lane); parcel != null; parcel = afterHead(lane, parcel)) {
                Notification notification = parcel.notification();
                Semaphore turn = turns.computeIfAbsent(sink(notification), any -> new Semaphore(perReceiver));
                Delivery delivery = courier.bring(notification, turn);
                outcomes.keep(notification, delivery);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.remove(Thread.currentThread());
        }
    }

    /** One integration of one receiver: a dead one takes no turns from its neighbour. */
    private static String sink(Notification notification) {
        return notification.receiver() + "/" + notification.integration() + "/" + notification.index();
    }

    private synchronized @Nullable Parcel head(String lane) {
        Deque<Parcel> parcels = waiting.get(lane);
        return closed || parcels == null ? null : parcels.peek();
    }

    private synchronized @Nullable Parcel afterHead(String lane, Parcel done) {
        places.finish(done.offset());
        Deque<Parcel> parcels = waiting.get(lane);
        if (parcels != null) {
            parcels.remove();
            if (parcels.isEmpty()) {
                waiting.remove(lane);
            }
        }
        return head(lane);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        threads.forEach(Thread::interrupt);
        Instant until = Instant.now().plus(CLOSED_WITHIN);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.between(Instant.now(), until));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
