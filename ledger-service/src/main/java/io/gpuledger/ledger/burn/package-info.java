/**
 * How fast money goes, and how long it lasts.
 *
 * <p>In: integrals, plans, balances. Out: burn and runway. Promise: nothing is said where there is nothing to say it from.
 */
@NullMarked
package io.gpuledger.ledger.burn;

import org.jspecify.annotations.NullMarked;
