/**
 * What a rule could read at an instant that is past.
 *
 * <p>In: what was kept. Out: facts at an instant, and the instants at which they changed. Promise: nothing is known before it was told.
 */
@NullMarked
package io.gpuledger.ledger.query.backtest.then;

import org.jspecify.annotations.NullMarked;
