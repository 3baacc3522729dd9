package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.books.Lines;
import io.gpuledger.ledger.burn.Balance;
import io.gpuledger.ledger.query.rules.BooksFacts;
import io.gpuledger.ledger.watch.Facts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// what was observed of an account's balance -> the balance at an instant; instants must be asked for in their order
final class BalancesThen implements Facts {

    private final BooksFacts books;
    private final Series series;
    private @Nullable Balance balance;
    private int next;

    /** @param series of an account */
    BalancesThen(Series series) {
        this.series = series;
        this.books = new BooksFacts(series.books(), List.of());
    }

    void at(long instant) {
        while (next < series.balances().size()
                && series.balances().get(next).at().toEpochMilli() <= instant) {
            balance = Balance.after(balance, series.balances().get(next++));
        }
    }

    @Override
    public Lines lines(Scope scope) {
        return books.lines(scope);
    }

    @Override
    public @Nullable Balance balance(Scope account) {
        return balance;
    }
}
