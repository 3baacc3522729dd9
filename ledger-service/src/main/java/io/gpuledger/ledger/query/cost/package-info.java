/**
 * Cost over any range, by any dimensions, in any windows.
 *
 * <p>In: a question, the books of each partition. Out: partial answers, and the answer they add up to. Promise: the rows add up to the total, to the last unit.
 */
@NullMarked
package io.gpuledger.ledger.query.cost;

import org.jspecify.annotations.NullMarked;
