package io.gpuledger.ledger.store;

import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.Contributor;
import io.gpuledger.common.event.Posting;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.BookedStep;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.books.Spending;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The steps of one partition's scopes in their store, and the lines made of them in memory. */
public final class ScopeBooks {

    private final KeyValueStore<String, BookedStep> steps;
    private final Map<Scope, Lines> lines = new HashMap<>();

    public ScopeBooks(KeyValueStore<String, BookedStep> steps) {
        this.steps = steps;
        try (KeyValueIterator<String, BookedStep> all = steps.all()) {
            all.forEachRemaining(entry -> draw(Keys.scopeIn(entry.key), entry.value));
        }
    }

    public void book(Posting posting) {
        String key = Keys.step(posting);
        BookedStep step = BookedStep.of(posting);
        BookedStep before = steps.get(key);
        BookedStep after = before == null ? step : before.plus(step);
        if (after.rates().isNothing()) {
            steps.delete(key);
        } else {
            steps.put(key, after);
        }
        draw(posting.scope(), step);
    }

    private void draw(Scope scope, BookedStep step) {
        lines.computeIfAbsent(scope, s -> new Lines()).step(step.cell().component(), step.at(), step.rates());
    }

    public Set<Scope> scopes() {
        return lines.keySet();
    }

    public Lines of(Scope scope) {
        return lines.getOrDefault(scope, new Lines());
    }

    /** The resources that cost a scope most in the span before an instant. */
    public List<Contributor> contributors(Scope scope, long until, Duration span) {
        long from = until - span.toMillis();
        Spending spending = new Spending(from, until);
        try (KeyValueIterator<String, BookedStep> all =
                steps.range(Keys.first(scope.key()), Keys.first(scope.key()) + Keys.instant(until))) {
            all.forEachRemaining(entry -> spending.add(entry.value));
        }
        Money whole = of(scope).between(from, until).cost();
        return spending.largest(Crossing.CONTRIBUTORS_MAX, whole);
    }
}
