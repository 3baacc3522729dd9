/**
 * The trackers that {@code ticket_configs} knows.
 *
 * <p>In: a section of the routing file. Out: settings of tickets. Promise: a tracker it does not know is an error.
 */
@NullMarked
package io.gpuledger.alert.sink.ticket.known;

import org.jspecify.annotations.NullMarked;
