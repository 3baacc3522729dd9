/**
 * Microsoft Teams, through a workflow.
 *
 * <p>In: a notification. Out: a card in a channel. Promise: a refusal that Teams hides in a 200 is found.
 */
@NullMarked
package io.gpuledger.alert.sink.teams;

import org.jspecify.annotations.NullMarked;
