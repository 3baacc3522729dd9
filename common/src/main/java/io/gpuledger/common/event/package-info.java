/**
 * The events of GPU Ledger: what is observed, what it costs, what crossed a threshold, who was told.
 *
 * <p>In: nothing. Out: immutable records that refuse nonsense when they are made. Promise: a field once published keeps
 * its name, unit and meaning; new fields are optional.
 */
@NullMarked
package io.gpuledger.common.event;

import org.jspecify.annotations.NullMarked;
