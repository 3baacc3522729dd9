/**
 * Whether there is something to say, and what.
 *
 * <p>In: a group's alerts that are not kept quiet, and what this integration was told before. Out: notifications, and what
 * is remembered of them. Promise: nothing is said twice within the repeat interval, and whatever was announced is called
 * off.
 */
@NullMarked
package io.gpuledger.alert.notify;

import org.jspecify.annotations.NullMarked;
