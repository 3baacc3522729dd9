/**
 * How rules stand, over all partitions.
 *
 * <p>In: rules, what is planned, the books, what the watch remembers. Out: each rule and subject with status and value. Promise: a value
 * that is not known here is absent, and never zero.
 */
@NullMarked
package io.gpuledger.ledger.query.rules;

import org.jspecify.annotations.NullMarked;
