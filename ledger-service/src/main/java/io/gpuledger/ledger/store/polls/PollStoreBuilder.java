package io.gpuledger.ledger.store.polls;

import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.NullUnmarked;

/** Builds the store of polls over a store of bytes, which has the changelog. */
@NullUnmarked
public final class PollStoreBuilder implements StoreBuilder<PollStore> {

    private final StoreBuilder<KeyValueStore<Bytes, byte[]>> written;

    public PollStoreBuilder(KeyValueBytesStoreSupplier supplier) {
        this.written = Stores.keyValueStoreBuilder(supplier, Serdes.Bytes(), Serdes.ByteArray());
    }

    @Override
    public PollStore build() {
        return new PollStore(written.build());
    }

    @Override
    public StoreBuilder<PollStore> withCachingEnabled() {
        return this;
    }

    @Override
    public StoreBuilder<PollStore> withCachingDisabled() {
        return this;
    }

    @Override
    public StoreBuilder<PollStore> withLoggingEnabled(Map<String, String> config) {
        written.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<PollStore> withLoggingDisabled() {
        written.withLoggingDisabled();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return written.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return written.loggingEnabled();
    }

    @Override
    public String name() {
        return written.name();
    }
}
