/**
 * Which alerts are kept quiet for now.
 *
 * <p>In: all alerts there are, the rules of who silences whom, silences, and the calendar. Out: whether an alert is kept
 * quiet, and by what. Promise: quiet lasts exactly as long as one of its reasons does.
 */
@NullMarked
package io.gpuledger.alert.mute;

import org.jspecify.annotations.NullMarked;
