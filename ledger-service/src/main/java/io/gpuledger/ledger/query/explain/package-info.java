/**
 * Takes an amount apart: owners, pods and jobs, segments, observations.
 *
 * <p>In: a range and filters, the books of each partition. Out: partial explanations, and the answer they make. Promise: the parts of an amount add up to it, to the last unit.
 */
@NullMarked
package io.gpuledger.ledger.query.explain;

import org.jspecify.annotations.NullMarked;
