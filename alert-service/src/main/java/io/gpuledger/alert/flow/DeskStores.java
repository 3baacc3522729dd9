package io.gpuledger.alert.flow;

import io.gpuledger.alert.acting.ActionProcessor;
import io.gpuledger.alert.desk.Shelves;
import io.gpuledger.alert.group.Shelf;
import java.util.Objects;
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
        return new ActionProcessor.Stores(shelf(context, ActionProcessor.STORE), shelf(context, ALERTS), shelf(context, ACKS));
    }

    private static <V> Shelf<V> shelf(ProcessorContext<?, ?> context, String name) {
        KeyValueStore<String, V> store = context.getStateStore(name);
        return new StoreShelf<>(Objects.requireNonNull(store));
    }

    private record StoreShelf<V>(KeyValueStore<String, V> store) implements Shelf<V> {

        @Override
        public @Nullable V get(String key) {
            return store.get(key);
        }

        @Override
        public void put(String key, V value) {
            store.put(key, value);
        }

        @Override
        public void remove(String key) {
            store.delete(key);
        }

        @Override
        public void forEach(BiConsumer<String, V> visitor) {
            try (KeyValueIterator<String, V> all = store.all()) {
                all.forEachRemaining(entry -> visitor.accept(entry.key, entry.value));
            }
        }
    }
}
