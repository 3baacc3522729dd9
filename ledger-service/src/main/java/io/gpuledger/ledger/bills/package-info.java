/**
 * Holds what a provider billed for a resource against what was metered, and posts the difference.
 *
 * <p>In: what is due for a resource, the lines of its bills. Out: the same with adjustments; what came of each line. Promise: in
 * every line's period what was metered and what was adjusted add up to what was billed, to the last unit.
 */
@NullMarked
package io.gpuledger.ledger.bills;

import org.jspecify.annotations.NullMarked;
