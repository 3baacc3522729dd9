/**
 * Brings jobs of a scheduler or a trace into the ledger.
 *
 * <p>In: a CSV file of jobs. Out: job records, told to pricing-service. Promise: every row is told, skipped or reported;
 * the same file again, in any order, changes nothing.
 */
@NullMarked
package io.gpuledger.cli.jobs;

import org.jspecify.annotations.NullMarked;
