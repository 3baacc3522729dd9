/**
 * A real Kafka broker in this JVM: one KRaft node.
 *
 * <p>In: a folder and two ports. Out: a broker on loopback. Promise: what was acknowledged is there again after a restart.
 */
@NullMarked
package io.gpuledger.broker;

import org.jspecify.annotations.NullMarked;
