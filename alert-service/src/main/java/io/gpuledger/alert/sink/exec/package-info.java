/**
 * Commands.
 *
 * <p>In: a notification. Out: a process that has ended. Promise: no shell reads what an alert says, one command runs at a
 * time, and none outlives its time.
 */
@NullMarked
package io.gpuledger.alert.sink.exec;

import org.jspecify.annotations.NullMarked;
