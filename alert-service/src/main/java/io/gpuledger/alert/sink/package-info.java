/**
 * Sinks: each sends once and says what came of it.
 *
 * <p>In: a notification. Out: delivered, retry, or rejected. Promise: a sink never tries twice, never calls
 * an address that is not allowed, and never tells a secret to anybody but the one it is for.
 */
@NullMarked
package io.gpuledger.alert.sink;

import org.jspecify.annotations.NullMarked;
