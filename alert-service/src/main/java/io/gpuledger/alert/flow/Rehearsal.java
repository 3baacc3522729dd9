package io.gpuledger.alert.flow;

import io.gpuledger.alert.ack.Pursuit;
import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.alert.desk.Desk;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.desk.Shelves;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.group.Shelf;
import io.gpuledger.alert.notify.Memory;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Withheld;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.wire.EventSerde;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Lives through the life of an alert in memory, so that the first real one need not wait until all that is used for it
 * has been loaded. Nothing of it leaves this process.
 */
public final class Rehearsal {

    private static final Map<String, String> LABELS = Map.of(Alert.NAME, "rehearsal");

    private Rehearsal() {}

    /** What would have been said. */
    public static List<Notification> said(Plan plan, Instant now) {
        Shelves shelves = new Shelves(
                new JsonShelf<>(Held.class),
                new JsonShelf<>(Group.class),
                new JsonShelf<>(Memory.class),
                new JsonShelf<>(Silence.class),
                new JsonShelf<>(Withheld.class),
                new JsonShelf<>(Ack.class),
                new JsonShelf<>(Pursuit.class),
                new JsonShelf<>(String.class));
        Desk desk = new Desk(plan, shelves, now);
        desk.receive(thereAndBack(Topics.ALERTS, Alert.class, alert(now)), now);
        return desk.tick(desk.nextDue()).said().stream()
                .map(said -> thereAndBack(Topics.NOTIFICATIONS, Notification.class, said))
                .toList();
    }

    private static Alert alert(Instant now) {
        return new Alert(Fingerprint.of(LABELS), LABELS, Map.of(), now, now, null, false, null);
    }

    private static <T extends Event> T thereAndBack(String topic, Class<T> type, T event) {
        EventSerde<T> serde = new EventSerde<>(type, AlertTopology.SOURCE);
        RecordHeaders headers = new RecordHeaders();
        return serde.deserialize(topic, headers, serde.serialize(topic, headers, event));
    }

    /** A shelf that writes and reads as the stores do. */
    private static final class JsonShelf<V> implements Shelf<V> {

        private final JsonSerde<V> serde;
        private final Map<String, byte[]> entries = new TreeMap<>();

        JsonShelf(Class<V> type) {
            this.serde = new JsonSerde<>(type);
        }

        @Override
        public @Nullable V get(String key) {
            byte[] json = entries.get(key);
            return json == null ? null : serde.deserializer().deserialize("", json);
        }

        @Override
        public void put(String key, V value) {
            entries.put(key, serde.serializer().serialize("", value));
        }

        @Override
        public void remove(String key) {
            entries.remove(key);
        }

        @Override
        public void forEach(BiConsumer<String, V> visitor) {
            Map.copyOf(entries)
                    .forEach((key, json) ->
                            visitor.accept(key, serde.deserializer().deserialize("", json)));
        }
    }
}
