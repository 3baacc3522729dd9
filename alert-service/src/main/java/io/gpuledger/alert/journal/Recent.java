package io.gpuledger.alert.journal;

import io.gpuledger.alert.alert.Beat;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.wire.CloudEventHeaders;
import io.gpuledger.common.wire.EventSerde;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;

/**
 * The last notifications. What is delivered here is read there and handed over: it is read a second time only where nobody
 * has handed it over after a while, or somebody asks.
 */
final class Recent {

    /** How many alerts of each are kept; the count of the others is. */
    static final int ALERTS_MAX = 20;

    static final Duration HANDED_OVER_WITHIN = Duration.ofSeconds(1);
    /** How many may wait to be handed over. */
    static final int UNREAD_MAX = 100;

    private final EventSerde<Notification> events;
    private final Map<String, Notification> known;
    private final Map<String, Unread> unread;

    private record Unread(ConsumerRecord<String, byte[]> record, long since) {}

    Recent(EventSerde<Notification> events, int max) {
        this.events = events;
        this.known = History.bounded(max);
        this.unread = new LinkedHashMap<>();
    }

    /** @param now in nanoseconds of {@link System#nanoTime} */
    synchronized void met(ConsumerRecord<String, byte[]> record, long now) {
        String id = CloudEventHeaders.read(record.headers(), CloudEventHeaders.ID);
        if (id != null && !known.containsKey(id)) {
            unread.put(id, new Unread(record, now));
        }
        if (unread.size() > UNREAD_MAX) {
            readFirst();
        }
    }

    synchronized void handedOver(Notification said) {
        unread.remove(said.id());
        keep(said);
    }

    /** A heartbeat is not remembered: it is worth nothing once another one is due, and would push out what is. */
    private void keep(Notification said) {
        if (!Beat.INTEGRATION.equals(said.integration())) {
            known.put(said.id(), brief(said));
        }
    }

    /** Reads what nobody has handed over in time. */
    synchronized void readOverdue(long now) {
        while (!unread.isEmpty() && now - unread.values().iterator().next().since() >= HANDED_OVER_WITHIN.toNanos()) {
            readFirst();
        }
    }

    private void readFirst() {
        Iterator<Unread> waiting = unread.values().iterator();
        Unread first = waiting.next();
        waiting.remove();
        read(first.record());
    }

    /** All of them, in no order. */
    synchronized List<Notification> all() {
        unread.values().forEach(next -> read(next.record()));
        unread.clear();
        return List.copyOf(known.values());
    }

    private void read(ConsumerRecord<String, byte[]> record) {
        try {
            Notification said = events.deserialize(record.topic(), record.headers(), record.value());
            if (said != null) {
                keep(said);
            }
        } catch (SerializationException e) {
            // What cannot be read is not ours; the inbox reports it.
        }
    }

    private static Notification brief(Notification said) {
        int more = said.alerts().size() - ALERTS_MAX;
        return more <= 0
                ? said
                : new Notification(
                        said.id(),
                        said.dedupKey(),
                        said.at(),
                        said.receiver(),
                        said.integration(),
                        said.index(),
                        said.groupKey(),
                        said.sequence(),
                        said.status(),
                        said.reason(),
                        said.groupLabels(),
                        said.commonLabels(),
                        said.commonAnnotations(),
                        said.alerts().subList(0, ALERTS_MAX),
                        said.omitted() + more,
                        null);
    }
}
