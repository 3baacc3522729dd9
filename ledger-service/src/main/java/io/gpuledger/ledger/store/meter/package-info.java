/**
 * What a meter remembers, in the state stores of its task.
 *
 * <p>In: pods, polls, jobs, bills, price lists. Out: the same, by their keys and in the order of their instants, timelines as bytes. Promise: what was kept is there after a restart.
 */
@NullMarked
package io.gpuledger.ledger.store.meter;

import org.jspecify.annotations.NullMarked;
