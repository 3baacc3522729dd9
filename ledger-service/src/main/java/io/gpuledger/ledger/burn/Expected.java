package io.gpuledger.ledger.burn;

import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.ledger.books.Lines;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The rate that is usual for a scope: its mean over seven days. They end a day before the instant, so that what is judged
 * does not count as usual at once.
 */
final class Expected {

    private static final long SPAN = Duration.ofDays(7).toMillis();
    private static final long LAG = Duration.ofDays(1).toMillis();
    private static final long HISTORY_MIN = Duration.ofDays(3).toMillis();

    private Expected() {}

    /** Absent where the history is shorter than three days. */
    static @Nullable HourlyRate usual(Lines lines, long at) {
        long until = at - LAG;
        long from = Math.max(until - SPAN, lines.busyFrom(0));
        return until - from < HISTORY_MIN
                ? null
                : lines.between(from, until).cost().perHourOver(until - from);
    }
}
