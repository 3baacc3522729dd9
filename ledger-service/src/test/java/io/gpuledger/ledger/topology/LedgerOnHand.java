package io.gpuledger.ledger.topology;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.PodTold;
import io.gpuledger.common.event.Reconciled;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.RecordQuestion;
import io.gpuledger.ledger.store.AccountClock;
import io.gpuledger.ledger.store.StoreNames;
import io.gpuledger.ledger.watch.past.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The books of a ledger under a driver, as questions read them. */
record LedgerOnHand(Ledger ledger) implements BooksOnHand {

    private static final Map<Class<?>, String> STORES = Map.of(
            AccountObserved.class, StoreNames.BOOK_PAST_BALANCES,
            PodTold.class, StoreNames.BOOK_PODS,
            Reconciled.class, StoreNames.BOOK_BILLS,
            Trace.class, StoreNames.BOOK_PAST);

    @Override
    public <P> List<P> ask(PartitionQuestion<P> question) {
        return List.of(ledger.books().read(question::of));
    }

    @Override
    public <R, P> List<P> ask(RecordQuestion<R, P> question) {
        return List.of(question.of(ledger.<R>store(Objects.requireNonNull(STORES.get(question.kind())))
                .values()));
    }

    @Override
    public @Nullable Instant ledgerTime() {
        return ledger.<AccountClock>store(StoreNames.BOOK_TICKS).values().stream()
                .map(clock -> Instant.ofEpochMilli(clock.passed()))
                .max(Instant::compareTo)
                .orElse(null);
    }

    @Override
    public List<Known> accounts() {
        return List.of();
    }
}
