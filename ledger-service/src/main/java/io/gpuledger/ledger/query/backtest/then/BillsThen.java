package io.gpuledger.ledger.query.backtest.then;

import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.bills.Accuracy;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// what changed of an account's bills -> how far they were off at an instant
public final class BillsThen extends Then {

    private final List<Change> changes;
    private Accuracy sum = Accuracy.NONE;
    private int next;

    /** What is added to the sums at an instant, epoch milliseconds: of lines that were told, or changed, or count no more. */
    public record Change(long at, Accuracy added) {}

    /** @param changes in the order of time */
    public BillsThen(Series series, List<Change> changes) {
        super(series);
        this.changes = changes;
    }

    @Override
    public void at(long instant) {
        while (next < changes.size() && changes.get(next).at() <= instant) {
            sum = sum.plus(changes.get(next++).added());
        }
    }

    @Override
    public LongStream changes() {
        return changes.stream().mapToLong(Change::at);
    }

    @Override
    public boolean isStill() {
        return true;
    }

    /** Of the lines for use in {@link Accuracy#SPAN}, which is what rules ask for. */
    @Override
    public @Nullable BigDecimal chargebackError(Scope account, long since) {
        return sum.percent();
    }
}
