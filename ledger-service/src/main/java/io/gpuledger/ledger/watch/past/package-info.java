/**
 * What rules read besides the books and is kept for some time, so that a rule can be tried on it.
 *
 * <p>In: polls, letters that were buried. Out: the same, told shorter. Promise: it says from when on it is complete.
 */
@NullMarked
package io.gpuledger.ledger.watch.past;

import org.jspecify.annotations.NullMarked;
