/**
 * The whole flow on Kafka Streams, as one page, and the doors it needs.
 *
 * <p>In: {@code crossings.v1}, {@code alerts.v1}, {@code deliveries.v1}. Out: {@code alerts.v1}, {@code notifications.v1}.
 * Promise: what is decided and what is remembered of it are written in one transaction.
 */
@NullMarked
package io.gpuledger.alert.flow;

import org.jspecify.annotations.NullMarked;
