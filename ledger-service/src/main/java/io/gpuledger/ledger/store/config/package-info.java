/**
 * The configuration and the states of rules in their stores.
 *
 * <p>In: what the keeper decided and what a task was told of it. Out: the settings in force, and rules that fire. Promise: what
 * belongs to one command is in force at once.
 */
@NullMarked
package io.gpuledger.ledger.store.config;

import org.jspecify.annotations.NullMarked;
