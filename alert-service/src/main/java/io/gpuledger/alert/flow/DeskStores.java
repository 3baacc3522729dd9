package io.gpuledger.alert.flow;

import io.gpuledger.alert.acting.ActionProcessor;
import io.gpuledger.alert.desk.Shelves;
import io.gpuledger.alert.group.Shelf;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The desk's shelves on Kafka Streams' stores, whose every change is in a changelog topic. */
final class DeskStores {

    static final String ALERTS = "alerts";
    static final String GROUPS = "groups";
    static final String MEMORIES = "memories";
    static final String SILENCES = "silences";
    static final String WITHHELD = "withheld";
    static final String ACKS = "acks";
    static final String PURSUITS = "pursuits";
    static final String MARKS = "marks";
    static final String[] NAMES = {ALERTS, GROUPS, MEMORIES, SILENCES, WITHHELD, ACKS, PURSUITS, MARKS};

    private DeskStores() {}

    static Shelves of(ProcessorContext<?, ?> context) {
        return new Shelves(
                shelf(context, ALERTS),
                shelf(context, GROUPS),
                shelf(context, MEMORIES),
                shelf(context, SILENCES),
                shelf(context, WITHHELD),
                shelf(context, ACKS),
                shelf(context, PURSUITS),
                shelf(context, MARKS));
    }

    static ActionProcessor.Stores ofActions(ProcessorContext<?, ?> context) {
        return new ActionProcessor.Stores(
                shelf(context, ActionProcessor.STORE), another(context, ALERTS), another(context, ACKS));
    }

    /** A store that another processor of the task writes: read as it is now. */
    private static <V> Shelf<V> another(ProcessorContext<?, ?> context, String name) {
        KeyValueStore<String, V> store = context.getStateStore(name);
        return new OthersShelf<>(Objects.requireNonNull(store));
    }

    private static <V> Shelf<V> shelf(ProcessorContext<?, ?> context, String name) {
        KeyValueStore<String, V> store = context.getStateStore(name);
        return new StoreShelf<>(Objects.requireNonNull(store));
    }

    private record OthersShelf<V>(KeyValueStore<String, V> store) implements Shelf<V> {

        @Override
        public @Nullable V get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, V value) {
            throw new UnsupportedOperationException("another writes it");
        }

        @Override
        public void remove(String key) {
            throw new UnsupportedOperationException("another writes it");
        }

        @Override
        public void forEach(BiConsumer<String, V> visitor) {
            try (KeyValueIterator<String, V> all = store.all()) {
                all.forEachRemaining(entry -> visitor.accept(entry.key, entry.value));
            }
        }
    }

    /** A store whose values are also kept as they are: every look at a group would read all of its alerts from JSON. */
    private static final class StoreShelf<V> implements Shelf<V> {

        private final KeyValueStore<String, V> store;
        private final Map<String, V> values = new HashMap<>();

        StoreShelf(KeyValueStore<String, V> store) {
            this.store = store;
            try (KeyValueIterator<String, V> all = store.all()) {
                all.forEachRemaining(entry -> values.put(entry.key, entry.value));
            }
        }

        @Override
        public @Nullable V get(String key) {
            return values.get(key);
        }

        @Override
        public void put(String key, V value) {
            store.put(key, value);
            values.put(key, value);
        }

        @Override
        public void remove(String key) {
            if (values.remove(key) != null) {
                store.delete(key);
            }
        }

        /** In the order of the keys, so that a decision is made again the same way. */
        @Override
        public void forEach(BiConsumer<String, V> visitor) {
            new TreeMap<>(values).forEach(visitor);
        }
    }
}
