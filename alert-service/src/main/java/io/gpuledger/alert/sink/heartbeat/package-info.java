/**
 * Somebody outside who notices when nothing comes any more.
 *
 * <p>In: a notification that is only told to show that it arrives. Out: a call without content. Promise: nothing is sent for
 * what is older than its schedule.
 */
@NullMarked
package io.gpuledger.alert.sink.heartbeat;

import org.jspecify.annotations.NullMarked;
