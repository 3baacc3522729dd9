/**
 * Who changed what: {@code audit.v1} and {@code config-decisions.v1}, read when somebody asks.
 *
 * <p>In: a question, the topics. Out: JSON, the newest first. Promise: nothing is kept but what the topics keep.
 */
@NullMarked
package io.gpuledger.alert.audit;

import org.jspecify.annotations.NullMarked;
