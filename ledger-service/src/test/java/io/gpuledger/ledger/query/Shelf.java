package io.gpuledger.ledger.query;

import io.gpuledger.common.event.Posting;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.books.folding.Fold;
import io.gpuledger.ledger.books.folding.Folding;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.watch.RuleState;
import io.gpuledger.ledger.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Books of several partitions in memory; an owner is in one of them. */
final class Shelf implements BooksOnHand {

    private final List<Books> partitions = List.of(new Books(), new Books());
    private final SortedMap<String, RuleState> states = new TreeMap<>();
    private final List<Object> records = new ArrayList<>();
    private @Nullable Instant ledgerTime;

    Shelf(List<Posting> postings) {
        postings.forEach(this::book);
    }

    void book(Posting posting) {
        Books books = partitions.get(Math.floorMod(posting.scope().name().hashCode(), partitions.size()));
        add(books, posting.scope(), Entry.of(posting));
    }

    private static void add(Books books, io.gpuledger.common.event.Scope scope, Entry entry) {
        ScopeBook book = books.book(scope);
        Entry before = book == null ? null : book.find(entry);
        Entry after = before == null ? entry : before.plus(entry);
        if (after.isNothing()) {
            books.remove(scope, after);
        } else {
            books.put(scope, after);
        }
    }

    void fold(Instant ledgerTime, int most) {
        long day = Folding.dayOf(ledgerTime.toEpochMilli());
        for (Books books : partitions) {
            List<Fold> due = new Folding(books, Written.ACCOUNT, day).due(most);
            while (!due.isEmpty()) {
                due.forEach(fold -> {
                    fold.parts().forEach(part -> books.remove(fold.scope(), part));
                    fold.added().forEach(entry -> add(books, fold.scope(), entry));
                });
                due = new Folding(books, Written.ACCOUNT, day).due(most);
            }
        }
    }

    long size() {
        return partitions.stream().mapToLong(Books::size).sum();
    }

    @Override
    public <P> List<P> ask(PartitionQuestion<P> question) {
        return partitions.stream().map(books -> books.read(question::of)).toList();
    }

    /** Sets ledger time. */
    void at(Instant time) {
        ledgerTime = time;
    }

    void remembers(Watch.Key key, RuleState state) {
        states.put(key.text(), state);
    }

    @Override
    public SortedMap<String, RuleState> ruleStates() {
        return states;
    }

    /** Puts records aside, as they are kept beside the books. */
    Shelf keeps(Object... kept) {
        records.addAll(List.of(kept));
        return this;
    }

    @Override
    public <R, P> List<P> ask(RecordQuestion<R, P> question) {
        return List.of(question.of(records.stream()
                .filter(question.kind()::isInstance)
                .map(question.kind()::cast)
                .toList()));
    }

    @Override
    public @Nullable Instant ledgerTime() {
        return ledgerTime;
    }

    @Override
    public List<Known> accounts() {
        return List.of();
    }
}
