package io.gpuledger.ledger.query.backtest;

import io.gpuledger.common.event.Crossing;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have said.
 *
 * @param from the begin of what was judged: the one asked for, or a later one
 * @param shortened why it is a later one; absent where it is not
 * @param until the end of what was judged: the end asked for, or ledger time where that is earlier
 * @param scopes how many scopes it could look at
 * @param judgements how often it was judged, of all scopes together
 * @param fired how often it would have fired
 * @param crossings in the order of time; without the pods behind them
 * @param leftOut how many more there are
 */
public record BacktestAnswer(
        Instant from,
        @Nullable String shortened,
        Instant until,
        int scopes,
        long judgements,
        long fired,
        List<Crossing> crossings,
        int leftOut) {}
