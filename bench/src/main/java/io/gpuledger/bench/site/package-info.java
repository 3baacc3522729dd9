/**
 * The broker, the ledger and the rivals as processes.
 *
 * <p>In: the folder of the build. Out: processes that run, with their logs. Promise: what was started here is ended here.
 */
@NullMarked
package io.gpuledger.bench.site;

import org.jspecify.annotations.NullMarked;
