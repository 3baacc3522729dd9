/**
 * Who changed what: {@code audit.v1}, read when somebody asks.
 *
 * <p>In: a question, the topic. Out: JSON, the newest first. Promise: nothing is kept but what the topic keeps.
 */
@NullMarked
package io.gpuledger.alert.audit;

import org.jspecify.annotations.NullMarked;
