/**
 * Webhooks, as Alertmanager calls them.
 *
 * <p>In: a notification. Out: a call with payload version 4. Promise: a receiver made for Alertmanager understands it.
 */
@NullMarked
package io.gpuledger.alert.sink.webhook;

import org.jspecify.annotations.NullMarked;
