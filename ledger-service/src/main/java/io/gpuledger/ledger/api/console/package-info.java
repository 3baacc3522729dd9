/**
 * The console's pages over HTTP.
 *
 * <p>In: requests of browsers. Out: the files of the module {@code console}, and where the console asks. Promise: no page may fetch, run or
 * send anything but to this service and the alert-service, and none is older than the service that serves it.
 */
@NullMarked
package io.gpuledger.ledger.api.console;

import org.jspecify.annotations.NullMarked;
