package io.gpuledger.ledger.store.books;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.books.folding.Fold;
import io.gpuledger.ledger.books.folding.Folding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.state.KeyValueStore;

/// postings -> entries, through the store and so through its changelog
public final class BookKeeper {

    /** About so many entries are folded at a tick. */
    static final int FOLDED_AT_ONCE_MAX = 5_000;

    private final KeyValueStore<Bytes, byte[]> store;
    private final Books books;
    /** The day before which an account has been folded to the end, since the start. */
    private final Map<AccountRef, Long> folded = new HashMap<>();

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
        add(posting.scope(), Entry.of(posting));
    }

    private void add(Scope scope, Entry entry) {
        ScopeBook book = books.book(scope);
        Entry before = book == null ? null : book.find(entry);
        Entry after = before == null ? entry : before.plus(entry);
        if (before == null && after.isNothing()) {
            return;
        }
        byte[] value = after.isNothing() ? null : EntryBytes.value(after);
        store.put(Bytes.wrap(EntryBytes.key(scope, after)), value);
    }

    /**
     * Folds a part of what lies behind the horizon of an account, so that no tick takes long; a day is looked at until
     * nothing is left of it.
     */
    public void fold(AccountRef account, long ledgerTime) {
        long day = Folding.dayOf(ledgerTime);
        if (day <= folded.getOrDefault(account, Long.MIN_VALUE)) {
            return;
        }
        List<Fold> due = new Folding(books, account, day).due(FOLDED_AT_ONCE_MAX);
        books.write(() -> due.forEach(this::replace));
        if (due.isEmpty()) {
            folded.put(account, day);
        }
    }

    private void replace(Fold fold) {
        fold.parts().forEach(part -> store.put(Bytes.wrap(EntryBytes.key(fold.scope(), part)), null));
        fold.added().forEach(entry -> add(fold.scope(), entry));
    }
}
