/**
 * Money, rates and GPU quantities with the exact units of the ledger.
 *
 * <p>In: decimals as they were written. Out: integers, and decimals again when a number is shown. Promise: no rounding
 * but the two that are named: a price when it is first read, a number when it is shown.
 */
@NullMarked
package io.gpuledger.common.value;

import org.jspecify.annotations.NullMarked;
