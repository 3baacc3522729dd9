/**
 * What may be spent, and in which period.
 *
 * <p>In: budgets. Out: plans. Promise: a period is the calendar's in the budget's zone, daylight saving included.
 */
@NullMarked
package io.gpuledger.ledger.budget;

import org.jspecify.annotations.NullMarked;
