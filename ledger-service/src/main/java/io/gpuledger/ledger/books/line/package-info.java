/**
 * Steps and impulses in time order, as arrays of numbers, and exact sums over them.
 *
 * <p>In: items. Out: sums up to an instant. Promise: no sum is rounded, and one that is too large for 128 bits is refused, not wrong.
 */
@NullMarked
package io.gpuledger.ledger.books.line;

import org.jspecify.annotations.NullMarked;
