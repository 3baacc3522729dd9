/**
 * Jobs, with what they held, cost and counted.
 *
 * <p>In: what is kept of jobs, the books of each partition. Out: a row for each job of an owner. Promise: what is not known is
 * absent, and never 0.
 */
@NullMarked
package io.gpuledger.ledger.query.jobs;

import org.jspecify.annotations.NullMarked;
