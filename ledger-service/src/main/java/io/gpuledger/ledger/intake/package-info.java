/**
 * How the ledger reads what it is told of pods.
 *
 * <p>In: records of pods.v1. Out: events, those that repeat what was said in bundles. Promise: the same events in the same order as if each were parsed, and most are not.
 */
@NullMarked
package io.gpuledger.ledger.intake;

import org.jspecify.annotations.NullMarked;
