/**
 * Issues of Jira, Cloud and Data Center.
 *
 * <p>In: steps of a ticket's life. Out: calls of REST API 2 or 3. Promise: an issue is found by a label that is the group's.
 */
@NullMarked
package io.gpuledger.alert.sink.ticket.jira;

import org.jspecify.annotations.NullMarked;
