/**
 * ntfy.
 *
 * <p>In: a notification. Out: a push message. Promise: it fits what ntfy takes.
 */
@NullMarked
package io.gpuledger.alert.sink.ntfy;

import org.jspecify.annotations.NullMarked;
