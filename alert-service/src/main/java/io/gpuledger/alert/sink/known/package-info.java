/**
 * The table of all kinds of sinks.
 *
 * <p>In: nothing. Out: the kinds there are, and those that Alertmanager has and we do not. Promise: it is the one such table.
 */
@NullMarked
package io.gpuledger.alert.sink.known;

import org.jspecify.annotations.NullMarked;
