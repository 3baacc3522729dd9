/**
 * Watches over those who are told, and over ourselves.
 *
 * <p>In: attempts, outcomes, time. Out: an alert of a receiver that cannot be reached, which goes the way of all alerts; and a
 * heartbeat. Promise: whoever is dead for long is told to somebody else, once, whichever instance noticed it.
 */
@NullMarked
package io.gpuledger.alert.vigil;

import org.jspecify.annotations.NullMarked;
