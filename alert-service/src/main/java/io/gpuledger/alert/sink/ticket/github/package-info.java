/**
 * Issues of GitHub.
 *
 * <p>In: steps of a ticket's life. Out: calls of the REST API. Promise: its secondary limits are waited for.
 */
@NullMarked
package io.gpuledger.alert.sink.ticket.github;

import org.jspecify.annotations.NullMarked;
