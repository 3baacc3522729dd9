package io.gpuledger.alert.flow;

import io.gpuledger.alert.ack.Pursuit;
import io.gpuledger.alert.act.Action;
import io.gpuledger.alert.acting.ActionProcessor;
import io.gpuledger.alert.desk.Shelves;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Held;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Silence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;

/** What the desk remembers, for people's questions; a standby answers from its copy. */
public final class DeskView {

    private final KafkaStreams streams;

    DeskView(KafkaStreams streams) {
        this.streams = streams;
    }

    /** The desk's memory is not here, or not yet. */
    public static final class Unavailable extends RuntimeException {
        Unavailable(Throwable cause) {
            super("the alerts are being restored", cause);
        }
    }

    public List<Held> alerts() {
        return all(DeskStores.ALERTS);
    }

    /** About how many alerts there are. */
    public long alertCount() {
        try {
            return store(DeskStores.ALERTS).approximateNumEntries();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new Unavailable(e);
        }
    }

    public Optional<Held> alert(String fingerprint) {
        return one(DeskStores.ALERTS, fingerprint);
    }

    public List<Group> groups() {
        return all(DeskStores.GROUPS);
    }

    public List<Silence> silences() {
        return all(DeskStores.SILENCES);
    }

    public List<Action> actions() {
        return all(ActionProcessor.STORE);
    }

    public Optional<Action> action(String id) {
        try {
            return Optional.ofNullable(this.<Action>store(ActionProcessor.STORE).get(id));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new Unavailable(e);
        }
    }

    /** The last one of a group, in force or not, by the group's short id. */
    public Optional<Ack> ack(String group) {
        return one(DeskStores.ACKS, group);
    }

    /** How far the escalation of a group has gone, by the group's short id. */
    public Optional<Pursuit> pursuit(String group) {
        return one(DeskStores.PURSUITS, group);
    }

    /** Whether the routing of this version is what is decided by. */
    public boolean isDecidedBy(String version) {
        try {
            return version.equals(this.<String>store(DeskStores.MARKS).get(Shelves.PLAN));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            return false;
        }
    }

    private <V> ReadOnlyKeyValueStore<String, V> store(String name) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<String, V>keyValueStore())
                .enableStaleStores());
    }

    private <V> Optional<V> one(String name, String key) {
        try {
            return Optional.ofNullable(this.<V>store(name).get(key));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new Unavailable(e);
        }
    }

    private <V> List<V> all(String name) {
        try {
            ReadOnlyKeyValueStore<String, V> store = store(name);
            List<V> values = new ArrayList<>();
            try (KeyValueIterator<String, V> all = store.all()) {
                all.forEachRemaining(entry -> values.add(entry.value));
            }
            return values;
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new Unavailable(e);
        }
    }
}
