/**
 * What lies behind the horizon is kept by the hour.
 *
 * <p>In: the books of a scope, a day. Out: entries that take the place of others. Promise: every sum between full hours stays what it was, to the last unit.
 */
@NullMarked
package io.gpuledger.ledger.books.folding;

import org.jspecify.annotations.NullMarked;
