/**
 * What is counted, under Alertmanager's names.
 *
 * <p>In: what is posted, remembered and attempted. Out: metrics. Promise: dashboards and alerts made for Alertmanager read
 * them; no label has an unbounded number of values.
 */
@NullMarked
package io.gpuledger.alert.meter;

import org.jspecify.annotations.NullMarked;
