/**
 * Which alerts are kept quiet for now.
 *
 * <p>In: all alerts there are and the rules of who silences whom. Out: whether an alert is kept quiet, and by which
 * others. Promise: quiet lasts exactly as long as one of its reasons does. Silences and time intervals will live here.
 */
@NullMarked
package io.gpuledger.alert.mute;

import org.jspecify.annotations.NullMarked;
