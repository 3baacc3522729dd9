/**
 * How busy pods are, and how they stand.
 *
 * <p>In: observations, timelines, jobs. Out: pod.told, hour.looks. Promise: what is told of a pod is a function of its facts, and told when it
 * changes; use that moves between polls is not kept.
 */
@NullMarked
package io.gpuledger.ledger.looks;

import org.jspecify.annotations.NullMarked;
