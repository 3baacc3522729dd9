/**
 * Sinks: each sends once and says what came of it.
 *
 * <p>In: a notification. Out: delivered, retry, or rejected. Promise: a sink never tries twice, never follows a redirect,
 * never calls an address that is not allowed, and never tells a secret.
 */
@NullMarked
package io.gpuledger.alert.sink;

import org.jspecify.annotations.NullMarked;
