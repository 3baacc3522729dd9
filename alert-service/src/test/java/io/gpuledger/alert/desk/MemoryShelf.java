package io.gpuledger.alert.desk;

import io.gpuledger.alert.group.Shelf;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A shelf that keeps what is put on it as JSON, as the real one does. */
public final class MemoryShelf<V> implements Shelf<V> {

    private final Class<V> type;
    private final TreeMap<String, byte[]> entries = new TreeMap<>();

    public MemoryShelf(Class<V> type) {
        this.type = type;
    }

    @Override
    public @Nullable V get(String key) {
        byte[] json = entries.get(key);
        return json == null ? null : read(json);
    }

    @Override
    public void put(String key, V value) {
        try {
            entries.put(key, Json.mapper().writeValueAsBytes(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void remove(String key) {
        entries.remove(key);
    }

    @Override
    public void forEach(BiConsumer<String, V> visitor) {
        entries.forEach((key, json) -> visitor.accept(key, read(json)));
    }

    public int size() {
        return entries.size();
    }

    private V read(byte[] json) {
        try {
            return Json.mapper().readValue(json, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
