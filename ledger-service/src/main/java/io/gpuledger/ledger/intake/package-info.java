/**
 * How the ledger reads what it is told of pods.
 *
 * <p>In: bytes of pods.v1. Out: events. Promise: the same events as if each were parsed, and most are not.
 */
@NullMarked
package io.gpuledger.ledger.intake;

import org.jspecify.annotations.NullMarked;
