/**
 * How a topic is read whose records take long to work off.
 *
 * <p>In: a topic. Out: its events, in order, to the lane of their partition. Promise: nothing is committed before everything
 * up to it is finished, so that a restart takes up what was not.
 */
@NullMarked
package io.gpuledger.common.inbox;

import org.jspecify.annotations.NullMarked;
