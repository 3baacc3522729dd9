/**
 * The state of the ledger: what the rooms remember, in Kafka Streams' stores.
 *
 * <p>In: pods, polls, jobs, steps, ticks, windows. Out: the same, by key and in time order. Promise: what is kept here is in
 * a changelog topic, so it survives the machine.
 */
@NullMarked
package io.gpuledger.ledger.store;

import org.jspecify.annotations.NullMarked;
