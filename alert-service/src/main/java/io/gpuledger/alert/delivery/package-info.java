/**
 * Delivery: what was decided is said, however long it takes.
 *
 * <p>In: {@code notifications.v1}. Out: calls of sinks, and {@code deliveries.v1}. Promise: in order per receiver and
 * group, each on its own; nothing finished is sent again after a restart, and nothing unfinished is forgotten.
 */
@NullMarked
package io.gpuledger.alert.delivery;

import org.jspecify.annotations.NullMarked;
