/**
 * What a rule would have said.
 *
 * <p>In: a rule, a range, the books of each partition. Out: crossings. Promise: judged by the code that judges what happens, on the books
 * as they stand now.
 */
@NullMarked
package io.gpuledger.ledger.query.backtest;

import org.jspecify.annotations.NullMarked;
