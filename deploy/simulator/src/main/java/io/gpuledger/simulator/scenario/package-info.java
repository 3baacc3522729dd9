/**
 * What is simulated, as a person writes it.
 *
 * <p>In: a YAML file. Out: records. Promise: a scenario with an error is refused with file, line, field and rule.
 */
@NullMarked
package io.gpuledger.simulator.scenario;

import org.jspecify.annotations.NullMarked;
