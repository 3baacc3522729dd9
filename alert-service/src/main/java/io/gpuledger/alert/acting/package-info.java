/**
 * The doors of actions: their place in the flow, and their topic.
 *
 * <p>In: {@code actions.v1}. Out: {@code actions.v1}, {@code action-commands.v1}, {@code alerts.v1}, {@code audit.v1}. Promise: what is decided
 * and what is remembered of it are written in one transaction.
 */
@NullMarked
package io.gpuledger.alert.acting;

import org.jspecify.annotations.NullMarked;
