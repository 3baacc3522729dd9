/**
 * Where a sink may call, on which way, and when again.
 *
 * <p>In: an address, or a header. Out: an objection, the client of a way, where to go on, or a time. Promise: what is inside is not
 * called unless that is allowed.
 */
@NullMarked
package io.gpuledger.alert.sink.net;

import org.jspecify.annotations.NullMarked;
