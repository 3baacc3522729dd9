/**
 * Shares what a pod costs between the jobs that hold its GPUs and its owner, for whom the rest lies idle.
 *
 * <p>In: what is due for a pod, what was told of its jobs in any order. Out: the same, split by milli-GPUs; what is known of each
 * job. Promise: the shares add up to the pod's cost and GPUs to the last unit, and never hold more than it has.
 */
@NullMarked
package io.gpuledger.ledger.jobs;

import org.jspecify.annotations.NullMarked;
