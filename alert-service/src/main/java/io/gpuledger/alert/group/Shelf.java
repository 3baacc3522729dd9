package io.gpuledger.alert.group;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** A place that remembers values by key, through crashes where a door stands behind it. */
public interface Shelf<V> {

    @Nullable V get(String key);

    void put(String key, V value);

    void remove(String key);

    /** Every entry once; the shelf must not be changed meanwhile. */
    void forEach(BiConsumer<String, V> visitor);
}
