package io.gpuledger.ledger.query.cost;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.books.Entry;
import io.gpuledger.ledger.books.ScopeBook;
import io.gpuledger.ledger.books.Strand;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What was spent.
 *
 * @param from inclusive, to the millisecond
 * @param until exclusive
 * @param groupBy one row for each combination of these; none means one row
 * @param filters only cost with these values
 * @param windows one row for each of these windows; absent means one for the whole range
 * @param asKnownAt only what had been posted by then; absent means all
 */
public record CostQuestion(
        Instant from,
        Instant until,
        List<Dimension> groupBy,
        Map<Dimension, String> filters,
        @Nullable Windows windows,
        @Nullable Instant asKnownAt)
        implements PartitionQuestion<PartialCosts> {

    /** Groups times windows. */
    public static final int ROWS_MAX = 100_000;

    public CostQuestion {
        InvalidValue.unless(from.isBefore(until), "from", "must be before to");
        groupBy = List.copyOf(groupBy);
        filters = Map.copyOf(filters);
    }

    @Override
    public PartialCosts of(Books books) {
        return new Reckoning(this).of(books);
    }

    public CostQuestion groupedBy(List<Dimension> dimensions) {
        return new CostQuestion(from, until, dimensions, filters, windows, asKnownAt);
    }

    public CostQuestion in(@Nullable Windows cut) {
        return new CostQuestion(from, until, groupBy, filters, cut, asKnownAt);
    }

    /** Shows the entries of an owner's book that the answer rests on. */
    public void each(ScopeBook book, Consumer<Entry> visitor) {
        book.each(until.toEpochMilli(), this::wants, entry -> {
            boolean known = asKnownAt == null || entry.known() <= asKnownAt.toEpochMilli();
            if (known
                    && isOrAny(Dimension.POD, entry.resource())
                    && isOrAny(Dimension.NAME, entry.name())
                    && isOrAny(Dimension.JOB, entry.job() == null ? "" : entry.job())) {
                visitor.accept(entry);
            }
        });
    }

    private boolean isOrAny(Dimension dimension, String value) {
        String wanted = filters.get(dimension);
        return wanted == null || wanted.equals(value);
    }

    /** Whether cost of a strand is asked for. */
    boolean wants(Strand strand) {
        for (Map.Entry<Dimension, String> filter : filters.entrySet()) {
            if (!filter.getKey().isOfResource() && !filter.getKey().of(strand).equals(filter.getValue())) {
                return false;
            }
        }
        return true;
    }

    /** Refuses what cannot be answered exactly, because what lies before an instant is kept by the hour. */
    public void checkAgainst(long foldedUntil) {
        if (foldedUntil == Long.MIN_VALUE) {
            return;
        }
        Instant horizon = Instant.ofEpochMilli(foldedUntil);
        for (Instant cut : cuts()) {
            String field = cut.equals(from) ? "from" : cut.equals(until) ? "to" : "window";
            InvalidValue.unless(
                    !cut.isBefore(horizon) || cut.equals(cut.truncatedTo(ChronoUnit.HOURS)),
                    field,
                    "must be on full hours (UTC) before the horizon at " + horizon
                            + ": what lies behind it is kept by the hour");
        }
        InvalidValue.unless(
                asKnownAt == null || !asKnownAt.isBefore(horizon),
                "asKnownAt",
                "must not be before the horizon at " + horizon + ": what was known earlier is no longer told apart");
    }

    List<Instant> cuts() {
        return windows == null ? List.of(from, until) : windows.cuts(from, until);
    }
}
