package io.gpuledger.ledger.query.backtest.then;

import io.gpuledger.common.event.Scope;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.forecast.Profile;
import io.gpuledger.ledger.query.rules.BooksFacts;
import io.gpuledger.ledger.watch.Facts;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// what was kept of a scope -> how it stood at an instant; instants must be asked for in their order
public class Then implements Facts {

    private final Scope scope;
    private final List<Series.Step> steps;
    private final BooksFacts books;

    /** What rests on the books alone. */
    public Then(Series series) {
        this.scope = series.scope();
        this.steps = series.steps();
        this.books = new BooksFacts(series.books(), List.of());
    }

    public final Scope scope() {
        return scope;
    }

    /** Moves on to an instant, epoch milliseconds. */
    public void at(long instant) {
        // the books know every instant
    }

    /** The instants at which what is read may have changed, in no order. */
    public LongStream changes() {
        return steps.stream().mapToLong(Series.Step::at);
    }

    /** Between two of its changes the same is read. */
    public boolean isStill() {
        return false;
    }

    /** How many things are looked at to read it. */
    public int size() {
        return 1;
    }

    @Override
    public final Lines lines(Scope of) {
        return books.lines(of);
    }

    @Override
    public final Profile profile(Scope of, ZoneId zone, long at) {
        return books.profile(of, zone, at);
    }

    @Override
    public final @Nullable Money unattributed(long from, long until) {
        return books.unattributed(from, until);
    }
}
