/**
 * The configuration as every instance knows it, and the way to have it changed.
 *
 * <p>In: config.v1, config-decisions.v1. Out: config-commands.v1. Promise: what was decided is seen by whoever asked for it; no
 * answer in time is said as that, never as a yes or a no.
 */
@NullMarked
package io.gpuledger.ledger.registry;

import org.jspecify.annotations.NullMarked;
