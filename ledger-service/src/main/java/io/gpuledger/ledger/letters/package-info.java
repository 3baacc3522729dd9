/**
 * What could not be used: found again, counted, and written back to where it came from.
 *
 * <p>In: dead-letters.v1. Out: letters, counts, and the original records on their topics. Promise: nothing secret is shown, and no letter is written back twice unless one insists.
 */
@NullMarked
package io.gpuledger.ledger.letters;

import org.jspecify.annotations.NullMarked;
