/**
 * PagerDuty, Events API v2.
 *
 * <p>In: a notification. Out: a trigger or a resolve. Promise: one group is one incident, through every retry.
 */
@NullMarked
package io.gpuledger.alert.sink.pagerduty;

import org.jspecify.annotations.NullMarked;
