/**
 * A Kafka broker of one node, in one process, for one machine.
 *
 * <p>In: a folder and two ports. Out: bootstrap servers. Promise: what was acknowledged is there after a restart.
 */
@NullMarked
package io.gpuledger.broker;

import org.jspecify.annotations.NullMarked;
