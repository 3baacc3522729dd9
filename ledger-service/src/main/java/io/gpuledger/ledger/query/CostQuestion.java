package io.gpuledger.ledger.query;

import io.gpuledger.common.value.InvalidValue;
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
 */
public record CostQuestion(
        Instant from,
        Instant until,
        List<Dimension> groupBy,
        Map<Dimension, String> filters,
        @Nullable Windows windows) {

    public static final int ROWS_MAX = 50_000;

    public CostQuestion {
        InvalidValue.unless(from.isBefore(until), "from", "must be before to");
        groupBy = List.copyOf(groupBy);
        filters = Map.copyOf(filters);
    }
}
