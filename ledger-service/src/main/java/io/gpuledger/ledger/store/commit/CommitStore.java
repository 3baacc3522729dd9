package io.gpuledger.ledger.store.commit;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.apache.kafka.streams.state.internals.WrappedStateStore;
import org.jspecify.annotations.NullUnmarked;

/**
 * A store that is changed in memory. What was changed is written to the store it wraps, and so to its changelog, when
 * Kafka Streams flushes caches: before each commit, in the same transaction.
 */
@NullUnmarked
public abstract class CommitStore extends WrappedStateStore<KeyValueStore<Bytes, byte[]>, Bytes, byte[]>
        implements CachedStateStore<Bytes, byte[]> {

    protected CommitStore(KeyValueStore<Bytes, byte[]> written) {
        super(written);
    }

    /** Writes what was changed since it was called last. */
    protected abstract void writeOut();

    @Override
    public boolean setFlushListener(CacheFlushListener<Bytes, byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public void flushCache() {
        writeOut();
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        writeOut();
        wrapped().commit(changelogOffsets);
    }

    @Override
    public void close() {
        clearCache();
        wrapped().close();
    }
}
