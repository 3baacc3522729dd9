/**
 * Decides when an action is done.
 *
 * <p>In: steps of actions, the alerts behind them, and time. Out: further steps, commands, and alerts of actions that wait or
 * failed. Promise: nothing is commanded before its time, without the approval it needs, or after its reason is over; what
 * was asked for ends in a step that says how.
 */
@NullMarked
package io.gpuledger.alert.act;

import org.jspecify.annotations.NullMarked;
