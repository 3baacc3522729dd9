/**
 * Measures of a range, by any dimensions.
 *
 * <p>In: a question, the books of each partition, and the records beside them. Out: readings of every group and of the whole.
 * Promise: what cannot be told for a group is absent, with the reason.
 */
@NullMarked
package io.gpuledger.ledger.query.measures;

import org.jspecify.annotations.NullMarked;
