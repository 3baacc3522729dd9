/**
 * How a receiver is spoken to over HTTP.
 *
 * <p>In: an {@code http_config}. Out: who we are there, and how a call travels. Promise: what Alertmanager refuses is refused
 * here, with the line.
 */
@NullMarked
package io.gpuledger.alert.sink.access;

import org.jspecify.annotations.NullMarked;
