package io.gpuledger.ledger.store.books;

import io.gpuledger.common.event.Posting;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.ScopeBook;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.state.KeyValueStore;

/// postings -> entries, through the store and so through its changelog
public final class BookKeeper {

    private final KeyValueStore<Bytes, byte[]> store;
    private final Books books;

    public BookKeeper(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        this.books = store.query(new AskBooks<>(here -> here), PositionBound.unbounded(), new QueryConfig(false))
                .getResult();
    }

    /** The books themselves; only the thread that keeps them may look without asking. */
    public Books books() {
        return books;
    }

    /** Adds a posting to the entry of its place; an entry that came to nothing is taken out. */
    public void book(Posting posting) {
        Entry entry = Entry.of(posting);
        ScopeBook book = books.book(posting.scope());
        Entry before = book == null ? null : book.find(entry);
        Entry after = before == null ? entry : before.plus(entry);
        byte[] value = after.isNothing() ? null : EntryBytes.value(after);
        store.put(Bytes.wrap(EntryBytes.key(posting.scope(), after)), value);
    }
}
