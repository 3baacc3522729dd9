/**
 * Judges rules and says when one fired or cleared.
 *
 * <p>In: measures of a scope at an instant of ledger time. Out: crossings. Promise: each change of state is said once.
 */
@NullMarked
package io.gpuledger.ledger.watch;

import org.jspecify.annotations.NullMarked;
