/**
 * The keeper of the configuration in the topology.
 *
 * <p>In: config-commands.v1. Out: config.v1 to every partition, config-decisions.v1. Promise: one task decides, one command
 * after the other, exactly once.
 */
@NullMarked
package io.gpuledger.ledger.topology.keeper;

import org.jspecify.annotations.NullMarked;
