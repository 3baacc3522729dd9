package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.budget.Budgets;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import io.gpuledger.ledger.query.ask.Planning;
import io.gpuledger.ledger.query.backtest.then.Series;
import io.gpuledger.ledger.watch.Watch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cost over time of every scope that a rule can look at: it is judged where it is asked for, and the books go on.
 *
 * @param until exclusive
 * @param since what came before need not be told apart; absent where it must
 */
public record SeriesQuestion(
        Rule rule,
        Instant until,
        Planning planning,
        @Nullable Instant since) implements PartitionQuestion<PartialSeries> {

    /** Of a partition, so that an answer is a few megabytes at most. */
    static final int STEPS_MAX = 200_000;

    @Override
    public PartialSeries of(Books books) {
        Budgets budgets = planning.inForce();
        long from = since == null ? Long.MIN_VALUE : since.toEpochMilli();
        List<Series> series = new ArrayList<>();
        long foldedUntil = Long.MIN_VALUE;
        int steps = 0;
        for (Map.Entry<Scope, ScopeBook> one : books.scopes().entrySet()) {
            if (Watch.canLookAt(rule, one.getKey(), budgets)) {
                Series its = Series.of(one.getKey(), one.getValue(), from, until.toEpochMilli());
                steps += its.steps().size();
                if (steps > STEPS_MAX) {
                    return new PartialSeries(List.of(), foldedUntil, true);
                }
                series.add(its);
                foldedUntil = Math.max(foldedUntil, foldedUntil(books, one.getValue()));
            }
        }
        return new PartialSeries(series, foldedUntil, false);
    }

    private static long foldedUntil(Books books, ScopeBook book) {
        return book.lines().keySet().stream()
                .mapToLong(strand -> books.foldedUntil(strand.cell().account()))
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
