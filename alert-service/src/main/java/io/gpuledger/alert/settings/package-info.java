/**
 * What a sink's section of the routing file looks like to the sink.
 *
 * <p>In: names of fields. Out: their values, and secrets that are read when they are used. Promise: a secret is never shown.
 */
@NullMarked
package io.gpuledger.alert.settings;

import org.jspecify.annotations.NullMarked;
