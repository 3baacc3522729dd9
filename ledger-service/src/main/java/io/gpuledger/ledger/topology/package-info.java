/**
 * The page that shows the whole flow.
 *
 * <p>In: pods.v1, accounts.v1, postings.v1, usage.v1. Out: postings.v1, usage.v1, costs.v1, burn.v1, crossings.v1, dead-letters.v1. Promise: every processor has a name; nothing is decided by the machine's clock.
 */
@NullMarked
package io.gpuledger.ledger.topology;

import org.jspecify.annotations.NullMarked;
