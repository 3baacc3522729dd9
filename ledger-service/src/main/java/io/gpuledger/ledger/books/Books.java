package io.gpuledger.ledger.books;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Scope;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The books of one partition's scopes. One thread writes and may read without more ado; others read through
 * {@link #read}.
 */
public final class Books {

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Spellings spellings = new Spellings();
    private final Map<Scope, ScopeBook> scopes = new HashMap<>();
    private final Map<AccountRef, Long> foldedUntil = new HashMap<>();
    private long newestKnown = Long.MIN_VALUE;

    /** What a question finds in the books, which stand still while it looks. */
    public <R> R read(Function<Books, R> question) {
        lock.readLock().lock();
        try {
            return question.apply(this);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Makes changes that are seen all at once, or not yet. */
    public void write(Runnable changes) {
        lock.writeLock().lock();
        try {
            changes.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    public void put(Scope scope, Entry entry) {
        write(() -> {
            scopes.computeIfAbsent(scope, s -> new ScopeBook(spellings)).put(entry);
            newestKnown = Math.max(newestKnown, entry.known());
            if (entry.isFolded()) {
                foldedUntil.merge(entry.cell().account(), entry.foldedUntil(), Math::max);
            }
        });
    }

    /** Before this instant only full hours of an account are told apart; {@link Long#MIN_VALUE} where all is. */
    public long foldedUntil(AccountRef account) {
        return foldedUntil.getOrDefault(account, Long.MIN_VALUE);
    }

    /** The newest knowledge instant of any entry; no later one is needed to see all of them. */
    public long newestKnown() {
        return newestKnown;
    }

    public void remove(Scope scope, Entry entry) {
        ScopeBook book = scopes.get(scope);
        if (book != null) {
            write(() -> book.remove(entry));
        }
    }

    public @Nullable ScopeBook book(Scope scope) {
        return scopes.get(scope);
    }

    public Map<Scope, ScopeBook> scopes() {
        return Collections.unmodifiableMap(scopes);
    }

    public long size() {
        return scopes.values().stream().mapToLong(ScopeBook::size).sum();
    }
}
