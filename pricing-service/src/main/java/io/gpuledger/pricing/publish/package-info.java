/**
 * Events on their way to Kafka.
 *
 * <p>In: events. Out: acknowledged records, each in the partition of its key. Promise: a marker tells how many pods of its poll are in its partition, or it is not written.
 */
@NullMarked
package io.gpuledger.pricing.publish;

import org.jspecify.annotations.NullMarked;
