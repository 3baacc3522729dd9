/**
 * The provider's doors: REST v2, GraphQL, and the switchboard of the simulator itself.
 *
 * <p>In: HTTP requests. Out: answers as the provider words them, or the fault that is switched on. Promise: nothing is
 * answered without the key, except on the switchboard.
 */
@NullMarked
package io.gpuledger.simulator.http;

import org.jspecify.annotations.NullMarked;
