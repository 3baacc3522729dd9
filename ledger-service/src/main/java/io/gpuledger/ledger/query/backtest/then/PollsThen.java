package io.gpuledger.ledger.query.backtest.then;

import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.watch.past.PollRun;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// the polls of an account -> how many had failed in a row at an instant, and when one was answered last
public final class PollsThen extends Then {

    private final List<PollRun> runs;
    private final boolean isStill;
    private @Nullable PollRun run;
    private long now;
    private int next;

    /** @param isStill only how many failed is looked at, which a poll alone can change */
    public PollsThen(Series series, List<PollRun> runs, boolean isStill) {
        super(series);
        this.runs = runs.stream().sorted(Comparator.comparing(PollRun::from)).toList();
        this.isStill = isStill;
    }

    @Override
    public void at(long instant) {
        now = instant;
        while (next < runs.size() && runs.get(next).from().toEpochMilli() <= instant) {
            run = runs.get(next++);
        }
    }

    @Override
    public LongStream changes() {
        return runs.stream()
                .flatMapToLong(one ->
                        LongStream.of(one.from().toEpochMilli(), one.until().toEpochMilli()));
    }

    @Override
    public boolean isStill() {
        return isStill;
    }

    @Override
    public Integer pollsFailed(Scope account) {
        return run == null ? 0 : run.failed();
    }

    /** While polls were answered one soon after the other, just now. */
    @Override
    public @Nullable Long answeredAt(Scope account) {
        if (run != null && run.wasAnswered()) {
            return Math.min(now, run.until().toEpochMilli());
        }
        Instant answered = run == null ? null : run.answered();
        return answered == null ? null : answered.toEpochMilli();
    }
}
