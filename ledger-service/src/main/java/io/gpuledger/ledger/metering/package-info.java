/**
 * Turns what was seen of pods and jobs into steps of cost rates.
 *
 * <p>In: observations, poll markers and job records, in any order and any number of times. Out: postings and ticks. Promise: the steps posted are a function of the set of facts, and add up to what the facts cost.
 */
@NullMarked
package io.gpuledger.ledger.metering;

import org.jspecify.annotations.NullMarked;
