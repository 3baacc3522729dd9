/**
 * How events travel: JSON values with CloudEvents 1.0 binary-mode headers.
 *
 * <p>In: an event. Out: a Kafka record's value and headers, and back. Promise: what cannot be read is an exception
 * that names the reason, never a half-read event.
 */
@NullMarked
package io.gpuledger.common.wire;

import org.jspecify.annotations.NullMarked;
