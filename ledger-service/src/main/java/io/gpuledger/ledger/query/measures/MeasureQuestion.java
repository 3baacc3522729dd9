package io.gpuledger.ledger.query.measures;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Windows;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/**
 * What the measures read.
 *
 * @param from inclusive
 * @param until exclusive
 * @param groupBy readings for each combination of these
 * @param filters only what has these values
 */
public record MeasureQuestion(Instant from, Instant until, List<Dimension> groupBy, Map<Dimension, String> filters) {

    /** Up to this long a range deviates from hour to hour; beyond it from day to day. */
    public static final Duration HOURLY_MAX = Duration.ofDays(7);

    public MeasureQuestion {
        InvalidValue.unless(from.isBefore(until), "from", "must be before to");
        groupBy = List.copyOf(groupBy);
        filters = Map.copyOf(filters);
    }

    /** The windows the deviation is taken over. */
    Windows windows() {
        boolean hourly = Duration.between(from, until).compareTo(HOURLY_MAX) <= 0;
        return new Windows(hourly ? Windows.Length.HOUR : Windows.Length.DAY, ZoneOffset.UTC);
    }

    MeasureQuestion ungrouped() {
        return new MeasureQuestion(from, until, List.of(), filters);
    }
}
