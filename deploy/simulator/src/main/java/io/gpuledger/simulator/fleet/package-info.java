/**
 * The pods of the scenario at an instant, and what they have cost.
 *
 * <p>In: a scenario, the instant it began, commands. Out: pods, their phases and exact charges at any instant. Promise:
 * the same question about the same instant has the same answer, whenever it is asked.
 */
@NullMarked
package io.gpuledger.simulator.fleet;

import org.jspecify.annotations.NullMarked;
