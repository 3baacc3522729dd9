/**
 * What was billed against what was metered.
 *
 * <p>In: what came of bills, the books of each partition. Out: the sums of a range, the worst of its lines and its credits.
 * Promise: what cannot be told is absent.
 */
@NullMarked
package io.gpuledger.ledger.query.reconciliation;

import org.jspecify.annotations.NullMarked;
