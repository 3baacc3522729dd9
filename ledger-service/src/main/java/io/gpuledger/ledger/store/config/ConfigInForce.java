package io.gpuledger.ledger.store.config;

import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.config.resource.Settings;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigEntry;
import io.gpuledger.common.event.ConfigSettled;
import io.gpuledger.ledger.store.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * The configuration as one task has been told it: changes wait in the store until the command they belong to is told whole,
 * so that nothing is ever rated or judged by half of one.
 */
public final class ConfigInForce {

    private static final String NOW = "now";
    private static final String NEXT = "next";

    private final KeyValueStore<String, ConfigChanged> store;
    private final Settings unlessTold;

    /** @param unlessTold what holds before this task has been told anything */
    public ConfigInForce(KeyValueStore<String, ConfigChanged> store, Settings unlessTold) {
        this.store = store;
        this.unlessTold = unlessTold;
    }

    /** Takes what it is told; true where other settings are in force from now on. */
    public boolean take(ConfigEntry entry) {
        return switch (entry) {
            case ConfigChanged change -> {
                store.put(Keys.of(NEXT, change.key()), change);
                yield false;
            }
            case ConfigSettled settled -> settle();
        };
    }

    private boolean settle() {
        List<ConfigChanged> waiting = read(NEXT);
        for (ConfigChanged change : waiting) {
            store.delete(Keys.of(NEXT, change.key()));
            store.put(Keys.of(NOW, change.key()), change);
        }
        return !waiting.isEmpty();
    }

    public Settings settings() {
        List<ConfigChanged> told = read(NOW);
        return told.isEmpty()
                ? unlessTold
                : Settings.of(told.stream()
                        .map(Resource::inForce)
                        .flatMap(Optional::stream)
                        .toList());
    }

    private List<ConfigChanged> read(String prefix) {
        List<ConfigChanged> found = new ArrayList<>();
        try (KeyValueIterator<String, ConfigChanged> all = store.range(Keys.first(prefix), Keys.last(prefix))) {
            all.forEachRemaining(entry -> found.add(entry.value));
        }
        return found;
    }
}
