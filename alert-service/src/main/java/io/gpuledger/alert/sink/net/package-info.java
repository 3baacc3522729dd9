/**
 * Where a sink may call, and when again.
 *
 * <p>In: an address, or a header. Out: an objection, or a time. Promise: what is inside is not called unless that is allowed.
 */
@NullMarked
package io.gpuledger.alert.sink.net;

import org.jspecify.annotations.NullMarked;
