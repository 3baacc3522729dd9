package io.gpuledger.ledger.books.folding;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.Impulse;
import io.gpuledger.ledger.books.Rates;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.books.Strand;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds what can be folded: entries that took effect, and were known, before a day. A step in an hour becomes a step at
 * the hour and an impulse that takes back what it had not yet cost by then, so that from the next hour on all is the same.
 * The resource's name is lost. What still runs keeps it from the day on; a resource with one step only stays as it is.
 */
public final class Folding {

    /** How far behind the newest ledger time of its account an entry is folded. */
    public static final Duration HORIZON = Duration.ofDays(35);

    private static final long HOUR = Duration.ofHours(1).toMillis();
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final Books books;
    private final AccountRef account;
    private final long before;

    /** @param before start of a day */
    public Folding(Books books, AccountRef account, long before) {
        this.books = books;
        this.account = account;
        this.before = before;
    }

    /** The day before which all is folded at a ledger time. */
    public static long dayOf(long ledgerTime) {
        return Math.floorDiv(ledgerTime - HORIZON.toMillis(), DAY) * DAY;
    }

    /** What can be folded; once {@code most} entries are found, the rest is left for another time. */
    public List<Fold> due(int most) {
        List<Fold> due = new ArrayList<>();
        int found = 0;
        for (Map.Entry<Scope, ScopeBook> book : books.scopes().entrySet()) {
            for (List<Entry> entries : candidates(book.getValue()).values()) {
                Fold fold = fold(book.getKey(), entries);
                if (fold != null) {
                    due.add(fold);
                    found += fold.parts().size();
                }
                if (found >= most) {
                    return due;
                }
            }
        }
        return due;
    }

    private record Owned(
            Strand strand,
            String resource,
            String name,
            @Nullable String job) {}

    private Map<Owned, List<Entry>> candidates(ScopeBook book) {
        Map<Owned, List<Entry>> candidates = new HashMap<>();
        book.each(before, strand -> strand.cell().account().equals(account), entry -> {
            if (entry.known() < before && !entry.isFolded()) {
                candidates
                        .computeIfAbsent(
                                new Owned(entry.strand(), entry.resource(), entry.name(), entry.job()),
                                o -> new ArrayList<>())
                        .add(entry);
            }
        });
        return candidates;
    }

    private @Nullable Fold fold(Scope scope, List<Entry> entries) {
        try {
            Rates left = entries.stream().map(Entry::rates).reduce(Rates.NONE, Rates::plus);
            boolean still = !left.isNothing();
            if (still && entries.size() == 1 && entries.getFirst().impulse().isNothing()) {
                return null;
            }
            Map<Long, Entry> added = new TreeMap<>();
            entries.forEach(entry -> add(added, folded(entry)));
            List<Entry> all = new ArrayList<>(added.values());
            if (still) {
                all.add(carried(entries.getLast(), left));
                all.add(Entry.folded(entries.getLast().strand(), before, before, left.negated(), Impulse.NONE));
            }
            checkSums(scope, all);
            return new Fold(scope, entries, all);
        } catch (ArithmeticException e) {
            return null; // a sum of so many of the dearest resources that it cannot be one step: they stay as they are
        }
    }

    private Entry folded(Entry entry) {
        long hour = Math.floorDiv(entry.at(), HOUR) * HOUR;
        BigInteger late = BigInteger.valueOf(entry.at() - hour);
        Impulse due = new Impulse(
                new Money(late.multiply(BigInteger.valueOf(-entry.rates().nanoDollars()))),
                new GpuTime(late.multiply(BigInteger.valueOf(-entry.rates().milliGpus()))),
                new GpuTime(late.multiply(BigInteger.valueOf(-entry.rates().unpricedMilliGpus()))));
        return Entry.folded(
                entry.strand(), hour, before, entry.rates(), entry.impulse().plus(due));
    }

    private static void add(Map<Long, Entry> added, Entry entry) {
        added.merge(entry.at(), entry, Entry::plus);
    }

    private Entry carried(Entry last, Rates left) {
        return new Entry(
                last.strand(),
                last.resource(),
                last.name(),
                last.job(),
                before,
                before,
                left,
                Impulse.NONE,
                last.cause());
    }

    /** Fails where an entry would come to more than one can hold. */
    private void checkSums(Scope scope, List<Entry> added) {
        ScopeBook book = books.book(scope);
        for (Entry entry : added) {
            Entry there = book == null ? null : book.find(entry);
            if (there != null) {
                there.plus(entry);
            }
        }
    }
}
