/**
 * What was decided and what came of it, as far as it is remembered here.
 *
 * <p>In: outcomes and receipts of this instance, and those of all others as Kafka has them. Out: the same, kept for good, and
 * answers about them. Promise: what is finished is known before anything is begun that might be it.
 */
@NullMarked
package io.gpuledger.alert.journal;

import org.jspecify.annotations.NullMarked;
