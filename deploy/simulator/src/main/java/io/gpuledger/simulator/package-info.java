/**
 * A GPU provider to try the system on.
 *
 * <p>In: a scenario, a clock and an address. Out: a server that speaks the RunPod APIs. Promise: what it answers is a
 * function of the scenario, the instant it began and the instant it is asked, and of what it was told to stop.
 */
@NullMarked
package io.gpuledger.simulator;

import org.jspecify.annotations.NullMarked;
