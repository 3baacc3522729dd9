/**
 * Makes one answer of what every instance has of the books.
 *
 * <p>In: questions. Out: the partial answers of all partitions, from their active instance or a standby. Promise: what nobody answered in time is named; it is never taken for nothing.
 */
@NullMarked
package io.gpuledger.ledger.gather;

import org.jspecify.annotations.NullMarked;
