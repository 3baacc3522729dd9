/**
 * Tickets have a life: one open ticket for each group.
 *
 * <p>In: a notification. Out: a ticket that is made, commented, closed or opened again. Promise: a crash at any point makes no
 * second ticket where the tracker can be asked for the first.
 */
@NullMarked
package io.gpuledger.alert.sink.ticket;

import org.jspecify.annotations.NullMarked;
