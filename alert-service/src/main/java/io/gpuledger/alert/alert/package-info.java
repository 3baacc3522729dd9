/**
 * What a crossing says, as an alert.
 *
 * <p>In: crossings, and what is known of an alert already. Out: alerts with their identity. Promise: the same labels are
 * the same alert, however often and in whatever order it is told.
 */
@NullMarked
package io.gpuledger.alert.alert;

import org.jspecify.annotations.NullMarked;
