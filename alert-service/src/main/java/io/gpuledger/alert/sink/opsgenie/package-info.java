/**
 * Opsgenie.
 *
 * <p>In: a notification. Out: an alert that is made, or closed. Promise: one group is one alert, by its alias.
 */
@NullMarked
package io.gpuledger.alert.sink.opsgenie;

import org.jspecify.annotations.NullMarked;
