/**
 * Actions at providers.
 *
 * <p>In: a notification. Out: requests on {@code actions.v1}, one for each pod. Promise: nothing is done here; what is asked
 * for bears the same id however often the notification is delivered, and dry runs are what is asked for unless the file
 * says otherwise.
 */
@NullMarked
package io.gpuledger.alert.sink.action;

import org.jspecify.annotations.NullMarked;
