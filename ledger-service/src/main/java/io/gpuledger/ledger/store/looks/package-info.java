/**
 * What a meter remembers of looks at pods.
 *
 * <p>In: what the looks at a pod, and at a cell in an hour, come to. Out: the same. Promise: a look that changes nothing is not written.
 */
@NullMarked
package io.gpuledger.ledger.store.looks;

import org.jspecify.annotations.NullMarked;
