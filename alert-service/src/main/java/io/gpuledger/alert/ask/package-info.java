/**
 * Our own questions, under {@code /v1}: what was decided and why, and what would be.
 *
 * <p>In: what the desk and delivery remember. Out: JSON. Promise: who was not told is named with the reason.
 */
@NullMarked
package io.gpuledger.alert.ask;

import org.jspecify.annotations.NullMarked;
