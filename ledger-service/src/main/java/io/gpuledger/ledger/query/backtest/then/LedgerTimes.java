package io.gpuledger.ledger.query.backtest.then;

import io.gpuledger.ledger.watch.past.PollRun;
import java.util.Collection;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When ledger time moved: while polls of any account came. In between nothing was judged. */
public final class LedgerTimes {

    /** It always moved. */
    public static final LedgerTimes ALWAYS = new LedgerTimes(new TreeMap<>(Map.of(Long.MIN_VALUE, Long.MAX_VALUE)));

    /** The end of each span, inclusive, by its begin; none touches another. */
    private final NavigableMap<Long, Long> spans;

    private LedgerTimes(NavigableMap<Long, Long> spans) {
        this.spans = spans;
    }

    /** @param runs of all accounts */
    public static LedgerTimes of(Collection<PollRun> runs) {
        NavigableMap<Long, Long> ends = new TreeMap<>();
        runs.forEach(run -> ends.merge(run.from().toEpochMilli(), run.until().toEpochMilli(), Math::max));
        NavigableMap<Long, Long> spans = new TreeMap<>();
        ends.forEach((from, until) -> {
            Map.Entry<Long, Long> before = spans.lastEntry();
            if (before != null && from <= before.getValue()) {
                spans.put(before.getKey(), Math.max(before.getValue(), until));
            } else {
                spans.put(from, until);
            }
        });
        return new LedgerTimes(spans);
    }

    /** The first instant not before another at which ledger time moved; {@link Long#MAX_VALUE} where there is none. */
    public long next(long at) {
        Map.Entry<Long, Long> span = spans.floorEntry(at);
        if (span != null && at <= span.getValue()) {
            return at;
        }
        Long from = spans.higherKey(at);
        return from == null ? Long.MAX_VALUE : from;
    }
}
