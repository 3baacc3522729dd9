/**
 * Steps of cost rates and impulses in time, and their integrals.
 *
 * <p>In: entries. Out: cost and GPU time of any range. Promise: a range costs what its pieces cost, to the last unit.
 */
@NullMarked
package io.gpuledger.ledger.books;

import org.jspecify.annotations.NullMarked;
