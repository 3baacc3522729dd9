/**
 * Incidents of ServiceNow.
 *
 * <p>In: steps of a ticket's life. Out: calls of the Table API. Promise: an incident is found by its correlation id.
 */
@NullMarked
package io.gpuledger.alert.sink.ticket.servicenow;

import org.jspecify.annotations.NullMarked;
