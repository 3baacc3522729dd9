/**
 * Answers questions from the stores.
 *
 * <p>In: ranges, groupings, filters. Out: rows with exact cost. Promise: a wrong sum is never given: what is not here is said to be missing.
 */
@NullMarked
package io.gpuledger.ledger.query;

import org.jspecify.annotations.NullMarked;
