/**
 * The service: settings, wiring, start and end.
 *
 * <p>In: the environment. Out: a running service. Promise: a setting that cannot be used ends the start with one line that
 * names it.
 */
@NullMarked
package io.gpuledger.alert.app;

import org.jspecify.annotations.NullMarked;
