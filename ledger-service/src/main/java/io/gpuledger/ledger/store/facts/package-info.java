/**
 * What rules look at besides the books, and what they remember.
 *
 * <p>In: what was told of pods and bills. Out: the facts of a scope. Promise: what is not known is absent.
 */
@NullMarked
package io.gpuledger.ledger.store.facts;

import org.jspecify.annotations.NullMarked;
