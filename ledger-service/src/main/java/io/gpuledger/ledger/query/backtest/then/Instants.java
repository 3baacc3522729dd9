package io.gpuledger.ledger.query.backtest.then;

import java.time.Duration;
import java.util.stream.LongStream;

/**
 * When it is judged: at each minute of a range, and at each change, or as soon after as ledger time moved.
 *
 * @param from inclusive, epoch milliseconds
 * @param until exclusive
 */
public record Instants(long from, long until, LedgerTimes times) {

    private static final long STEP = Duration.ofMinutes(1).toMillis();

    /** In their order. */
    public long[] of(LongStream changes, boolean atChangesOnly) {
        LongStream minutes = atChangesOnly
                ? LongStream.of(from)
                : LongStream.iterate(from, at -> at < until, at -> at + STEP).filter(at -> times.next(at) == at);
        return LongStream.concat(minutes, changes.filter(at -> at >= from))
                .map(times::next)
                .filter(at -> at < until)
                .sorted()
                .distinct()
                .toArray();
    }

    /** The first minute after an instant at which it is judged, and not before another; {@link Long#MAX_VALUE} is never. */
    public long minuteAfter(long at, long notBefore) {
        long after = Math.max(at, notBefore - 1);
        return after >= until ? Long.MAX_VALUE : times.next(from + (Math.floorDiv(after - from, STEP) + 1) * STEP);
    }
}
