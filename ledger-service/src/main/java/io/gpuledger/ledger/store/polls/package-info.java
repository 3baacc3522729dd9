/**
 * Who was seen when, of one partition.
 *
 * <p>In: pods seen, markers. Out: polls by account and instant. Promise: seeing a pod again is a bit in memory; what changed is written before Kafka Streams commits.
 */
@NullMarked
package io.gpuledger.ledger.store.polls;

import org.jspecify.annotations.NullMarked;
