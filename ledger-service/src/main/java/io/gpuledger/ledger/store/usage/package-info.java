/**
 * What was used in each hour, as the books tell it and as the sharer remembers it.
 *
 * <p>In: an owner's books; usage as it was told. Out: usage of closed hours and its corrections. Promise: what was said is
 * kept, so only news is said.
 */
@NullMarked
package io.gpuledger.ledger.store.usage;

import org.jspecify.annotations.NullMarked;
