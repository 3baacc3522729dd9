/**
 * What will have been spent by the end of a budget's period.
 *
 * <p>In: integrals, plans, planned windows. Out: a forecast with its range. Promise: none where there is not enough to tell from, and then
 * the reason.
 */
@NullMarked
package io.gpuledger.ledger.forecast;

import org.jspecify.annotations.NullMarked;
