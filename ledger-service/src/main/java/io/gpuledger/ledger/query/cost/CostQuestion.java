package io.gpuledger.ledger.query.cost;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.books.Books;
import io.gpuledger.ledger.query.ask.PartitionQuestion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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

    List<Instant> cuts() {
        return windows == null ? List.of(from, until) : windows.cuts(from, until);
    }
}
