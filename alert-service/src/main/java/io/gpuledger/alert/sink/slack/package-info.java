/**
 * Slack.
 *
 * <p>In: a notification. Out: a message in a channel. Promise: what the routing file says for Alertmanager, Slack shows the same way.
 */
@NullMarked
package io.gpuledger.alert.sink.slack;

import org.jspecify.annotations.NullMarked;
