/**
 * How fast money goes, and how long it lasts, over all partitions.
 *
 * <p>In: questions with what is planned. Out: burn of scopes, accounts with their balance. Promise: what a partition that
 * does not answer would say is not made up.
 */
@NullMarked
package io.gpuledger.ledger.query.burn;

import org.jspecify.annotations.NullMarked;
