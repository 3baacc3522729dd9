/**
 * What may be spent, in which period, and how much of it is.
 *
 * <p>In: budgets, planned windows, integrals. Out: plans, planned rates, what is spent and left. Promise: a period is the calendar's in the
 * budget's zone, daylight saving included.
 */
@NullMarked
package io.gpuledger.ledger.budget;

import org.jspecify.annotations.NullMarked;
