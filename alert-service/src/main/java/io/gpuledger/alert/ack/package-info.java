/**
 * Who looks after a group of alerts, and who is told when nobody does.
 *
 * <p>In: commands, what fires, the passing of time. Out: acknowledgements, and receivers whose turn has come. Promise: while a
 * group is acknowledged its escalation stands still.
 */
@NullMarked
package io.gpuledger.alert.ack;

import org.jspecify.annotations.NullMarked;
