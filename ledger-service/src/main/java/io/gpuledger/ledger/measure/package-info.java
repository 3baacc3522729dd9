/**
 * The measures M1 to M10.
 *
 * <p>In: exact sums of what was used, spent, billed and done in a period. Out: readings. Promise: a measure is reckoned
 * exactly and rounded once; what is not known is absent, with the reason, and never 0.
 */
@NullMarked
package io.gpuledger.ledger.measure;

import org.jspecify.annotations.NullMarked;
