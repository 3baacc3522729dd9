package io.gpuledger.ledger.store;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.books.Spending;
import io.gpuledger.ledger.store.books.BookKeeper;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The books of one partition's scopes, as the task that keeps them sees them. */
public final class ScopeBooks {

    private final BookKeeper keeper;

    public ScopeBooks(KeyValueStore<Bytes, byte[]> entries) {
        this.keeper = new BookKeeper(entries);
    }

    public void book(Posting posting) {
        keeper.book(posting);
    }

    /** Folds a part of what lies behind the horizon of an account at its ledger time. */
    public void fold(AccountRef account, long ledgerTime) {
        keeper.fold(account, ledgerTime);
    }

    public Set<Scope> scopes() {
        return keeper.books().scopes().keySet();
    }

    public Lines of(Scope scope) {
        ScopeBook book = bookOf(scope);
        return book == null ? Lines.NONE : book;
    }

    public @Nullable ScopeBook bookOf(Scope scope) {
        return keeper.books().book(scope);
    }

    /** What of everything belonged to nobody in a range. */
    public Money unattributed(long from, long until) {
        ScopeBook book = keeper.books().book(Scope.ALL);
        return book == null
                ? Money.ZERO
                : book.between(from, until, ScopeBook::isUnattributed).cost();
    }

    /** The resources that cost a scope most in the span before an instant. */
    public List<Contributor> contributors(Scope scope, long until, Duration span) {
        long from = until - span.toMillis();
        Spending spending = new Spending(from, until);
        ScopeBook book = keeper.books().book(scope);
        if (book != null) {
            book.each(until, ScopeBook::isDirect, spending::add);
        }
        Money whole = of(scope).between(from, until).cost();
        return spending.largest(Crossing.CONTRIBUTORS_MAX, whole);
    }
}
