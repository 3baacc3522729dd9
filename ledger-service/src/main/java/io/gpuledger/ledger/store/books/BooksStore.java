package io.gpuledger.ledger.store.books;

import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.ScopeBook;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.NullUnmarked;

/**
 * The books of a partition as a key-value store in memory: what is put, or read back from the changelog, is entered in
 * {@link Books}, and questions are put to those.
 */
@NullUnmarked
public final class BooksStore implements KeyValueStore<Bytes, byte[]> {

    private final String name;
    private volatile Books books = new Books();
    private Position position = Position.emptyPosition();
    private StateStoreContext context;
    private volatile boolean open;

    private BooksStore(String name) {
        this.name = name;
    }

    /** Builds the store; Kafka adds the changelog to it. */
    public static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(new Supplier(name), Serdes.Bytes(), Serdes.ByteArray());
    }

    private record Supplier(String name) implements KeyValueBytesStoreSupplier {
        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return new BooksStore(name);
        }

        @Override
        public String metricsScope() {
            return "books";
        }
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        this.context = context;
        open = true;
        context.register(root, new BatchingStateRestoreCallback() {
            @Override
            public void restoreAll(Collection<KeyValue<byte[], byte[]>> records) {
                books.write(() -> records.forEach(record -> enter(record.key, record.value)));
            }
        });
    }

    @Override
    public void put(Bytes key, byte[] value) {
        enter(key.get(), value);
        context.recordMetadata()
                .ifPresent(at -> position = position.withComponent(at.topic(), at.partition(), at.offset()));
    }

    private void enter(byte[] key, byte[] value) {
        EntryBytes.Placed placed = EntryBytes.read(key, value);
        if (value == null) {
            books.remove(placed.scope(), placed.entry());
        } else {
            books.put(placed.scope(), placed.entry());
        }
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        byte[] before = get(key);
        if (before == null) {
            put(key, value);
        }
        return before;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] delete(Bytes key) {
        byte[] before = get(key);
        put(key, null);
        return before;
    }

    @Override
    public byte[] get(Bytes key) {
        EntryBytes.Placed place = EntryBytes.read(key.get(), null);
        ScopeBook book = books.book(place.scope());
        Entry found = book == null ? null : book.find(place.entry());
        return found == null ? null : EntryBytes.value(found);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return new Listed(everything().stream()
                .filter(entry -> (from == null || entry.key.compareTo(from) >= 0)
                        && (to == null || entry.key.compareTo(to) <= 0))
                .sorted(Comparator.comparing(entry -> entry.key))
                .toList());
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Listed(everything());
    }

    private List<KeyValue<Bytes, byte[]>> everything() {
        List<KeyValue<Bytes, byte[]>> all = new ArrayList<>();
        books.read(here -> {
            here.scopes()
                    .forEach((scope, book) -> book.each(
                            Long.MAX_VALUE,
                            strand -> true,
                            entry -> all.add(
                                    KeyValue.pair(Bytes.wrap(EntryBytes.key(scope, entry)), EntryBytes.value(entry)))));
            return all;
        });
        return all;
    }

    @Override
    public long approximateNumEntries() {
        return books.read(Books::size);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        Books here = books;
        if (!open) { // closed meanwhile: new books are empty, and must not be taken for those that were here
            return QueryResult.forFailure(FailureReason.DOES_NOT_EXIST, name + " is closed");
        }
        return query instanceof AskBooks<?> ask
                ? QueryResult.forResult((R) here.read(ask.question()))
                : QueryResult.forUnknownQueryType(query, this);
    }

    @Override
    public Position getPosition() {
        return position;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public void close() {
        open = false;
        books = new Books();
        position = Position.emptyPosition();
    }
}
