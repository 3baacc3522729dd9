/**
 * The watching of an account, poll after poll.
 *
 * <p>In: a provider and an interval. Out: observations, and a marker for every poll. Promise: every interval has its marker, and a poll that did not bring all pods ends none.
 */
@NullMarked
package io.gpuledger.pricing.poll;

import org.jspecify.annotations.NullMarked;
