package io.gpuledger.ledger.query.backtest.then;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.burn.Balance;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/// what was observed of an account's balance -> the balance at an instant
public final class BalancesThen extends Then {

    private final List<AccountObserved> observed;
    private @Nullable Balance balance;
    private int next;

    /** @param observed in the order of time */
    public BalancesThen(Series series, List<AccountObserved> observed) {
        super(series);
        this.observed = observed;
    }

    @Override
    public void at(long instant) {
        while (next < observed.size() && observed.get(next).at().toEpochMilli() <= instant) {
            balance = Balance.after(balance, observed.get(next++));
        }
    }

    @Override
    public LongStream changes() {
        return LongStream.concat(
                super.changes(), observed.stream().mapToLong(seen -> seen.at().toEpochMilli()));
    }

    @Override
    public @Nullable Balance balance(Scope account) {
        return balance;
    }
}
