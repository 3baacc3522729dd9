/**
 * Settings and wiring.
 *
 * <p>In: the environment and the configuration file. Out: the parts put together. Promise: bad settings stop the start with one clear line.
 */
@NullMarked
package io.gpuledger.ledger.app;

import org.jspecify.annotations.NullMarked;
