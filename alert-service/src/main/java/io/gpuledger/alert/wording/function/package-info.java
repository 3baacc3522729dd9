/**
 * The functions a template can call: Go's own, and Alertmanager's.
 *
 * <p>In: a name and arguments. Out: a value. Promise: no function reads a clock, a file or the network, and none runs for
 * ever.
 */
@NullMarked
package io.gpuledger.alert.wording.function;

import org.jspecify.annotations.NullMarked;
