package io.gpuledger.ledger.query.backtest;

import io.gpuledger.ledger.query.backtest.then.Series;
import java.util.List;

/**
 * The cost over time of the scopes that a partition has.
 *
 * @param foldedUntil before this instant, epoch milliseconds, cost is kept by the hour; {@link Long#MIN_VALUE} where none is
 * @param tooMany there would have been more than is answered at once
 */
public record PartialSeries(List<Series> series, long foldedUntil, boolean tooMany) {}
