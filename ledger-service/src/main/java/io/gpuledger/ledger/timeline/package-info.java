/**
 * The life of one pod: the sights that changed something, and what follows from them and the polls of its account.
 *
 * <p>In: sights, polls. Out: segments, and the steps that are due for them. Promise: a drawing is a function of facts; it does not matter in which order they were told.
 */
@NullMarked
package io.gpuledger.ledger.timeline;

import org.jspecify.annotations.NullMarked;
