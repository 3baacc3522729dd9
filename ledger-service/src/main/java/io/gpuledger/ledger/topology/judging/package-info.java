/**
 * When rules are judged, and of which scopes.
 *
 * <p>In: ticks, the facts of a partition's scopes. Out: burn, crossings. Promise: a scope at rest costs nothing.
 */
@NullMarked
package io.gpuledger.ledger.topology.judging;

import org.jspecify.annotations.NullMarked;
