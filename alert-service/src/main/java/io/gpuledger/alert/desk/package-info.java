/**
 * The desk: where all that was said meets, and where it is decided what is said next.
 *
 * <p>In: alerts, deliveries that failed, the passing of time. Out: notifications. Promise: a decision rests on one
 * consistent view of all alerts, and is made again the same way from what the shelves remember.
 */
@NullMarked
package io.gpuledger.alert.desk;

import org.jspecify.annotations.NullMarked;
