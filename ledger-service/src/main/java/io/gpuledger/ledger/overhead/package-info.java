/**
 * Shares what is paid for many over those who used something.
 *
 * <p>In: overheads, the usage of each hour by cell. Out: postings in the component overhead. Promise: the shares of an hour add
 * up to the overhead's rate, to the last nano-dollar; where nobody used anything it stays in a cell of its own.
 */
@NullMarked
package io.gpuledger.ledger.overhead;

import org.jspecify.annotations.NullMarked;
