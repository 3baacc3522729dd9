/**
 * Which alerts are spoken of together, and when.
 *
 * <p>In: alerts with their routes, and the passing of time. Out: groups whose moment has come. Promise: a group waits
 * {@code group_wait} before its first word, then looks for news every {@code group_interval}, and lives as long as it has
 * alerts.
 */
@NullMarked
package io.gpuledger.alert.group;

import org.jspecify.annotations.NullMarked;
