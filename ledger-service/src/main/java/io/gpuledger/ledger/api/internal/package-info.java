/**
 * What instances of the ledger ask one another. Not part of the public interface.
 *
 * <p>In: a question and partitions. Out: what this instance has to say of them. Promise: only whom the settings admit is answered.
 */
@NullMarked
package io.gpuledger.ledger.api.internal;

import org.jspecify.annotations.NullMarked;
