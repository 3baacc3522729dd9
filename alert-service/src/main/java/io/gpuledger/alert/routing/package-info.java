/**
 * The routing file: Alertmanager's YAML, read strictly.
 *
 * <p>In: the text of the file. Out: the plan for the rooms, and the settings of the sinks with their secrets. Promise: a
 * file with an error is refused with file, line, field and rule; a secret is never shown.
 */
@NullMarked
package io.gpuledger.alert.routing;

import org.jspecify.annotations.NullMarked;
