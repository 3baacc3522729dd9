package io.gpuledger.ledger.store.config;

import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.ledger.keeping.Shelf;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The keeper's shelf in its store, and in memory. */
public final class KeptConfig implements Shelf {

    private final KeyValueStore<String, ConfigChanged> store;
    private final Map<String, ConfigChanged> kept = new TreeMap<>();

    public KeptConfig(KeyValueStore<String, ConfigChanged> store) {
        this.store = store;
        try (KeyValueIterator<String, ConfigChanged> all = store.all()) {
            all.forEachRemaining(entry -> kept.put(entry.key, entry.value));
        }
    }

    @Override
    public @Nullable ConfigChanged of(String key) {
        return kept.get(key);
    }

    @Override
    public Collection<ConfigChanged> all() {
        return kept.values();
    }

    @Override
    public void keep(ConfigChanged resource) {
        kept.put(resource.key(), resource);
        store.put(resource.key(), resource);
    }
}
