/**
 * How budgets stand, over all partitions.
 *
 * <p>In: budgets, the books of each partition. Out: what is spent and left, the forecast, thresholds. Promise: where a forecast
 * cannot be made the reason is told.
 */
@NullMarked
package io.gpuledger.ledger.query.budgets;

import org.jspecify.annotations.NullMarked;
