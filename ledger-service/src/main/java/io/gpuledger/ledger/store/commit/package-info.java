/**
 * Stores whose newest state is in memory and written before each commit.
 *
 * <p>In: what changed. Out: the bytes of it, in the commit's transaction. Promise: a change costs no write of its own, and none is lost.
 */
@NullMarked
package io.gpuledger.ledger.store.commit;

import org.jspecify.annotations.NullMarked;
