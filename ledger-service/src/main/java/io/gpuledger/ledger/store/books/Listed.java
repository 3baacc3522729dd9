package io.gpuledger.ledger.store.books;

import java.util.Iterator;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.NullUnmarked;

/** Entries of a store that were listed at once. */
@NullUnmarked
final class Listed implements KeyValueIterator<Bytes, byte[]> {

    private final Iterator<KeyValue<Bytes, byte[]>> left;
    private KeyValue<Bytes, byte[]> next;

    Listed(List<KeyValue<Bytes, byte[]>> entries) {
        this.left = entries.iterator();
        this.next = left.hasNext() ? left.next() : null;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public KeyValue<Bytes, byte[]> next() {
        KeyValue<Bytes, byte[]> now = next;
        next = left.hasNext() ? left.next() : null;
        return now;
    }

    @Override
    public Bytes peekNextKey() {
        return next.key;
    }

    @Override
    public void close() {}
}
