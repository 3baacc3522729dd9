/**
 * Events told by others.
 *
 * <p>In: CloudEvents as JSON. Out: events to publish, and a reason for each that is refused. Promise: nothing is half-read, and nothing is larger than its limit.
 */
@NullMarked
package io.gpuledger.pricing.ingest;

import org.jspecify.annotations.NullMarked;
