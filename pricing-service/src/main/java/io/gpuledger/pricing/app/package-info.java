/**
 * The service put together.
 *
 * <p>In: settings. Out: rooms and doors wired to each other, started and stopped. Promise: bad settings stop the start with one line.
 */
@NullMarked
package io.gpuledger.pricing.app;

import org.jspecify.annotations.NullMarked;
