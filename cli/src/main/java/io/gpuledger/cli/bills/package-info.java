/**
 * Brings lines of bills and credits into the ledger.
 *
 * <p>In: a CSV file of lines. Out: bill lines, told to pricing-service. Promise: all lines are told or none; the same file
 * again changes nothing.
 */
@NullMarked
package io.gpuledger.cli.bills;

import org.jspecify.annotations.NullMarked;
