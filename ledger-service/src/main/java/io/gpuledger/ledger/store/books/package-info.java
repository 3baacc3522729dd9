/**
 * The books as a state store of Kafka Streams: in memory, and in a changelog.
 *
 * <p>In: entries as bytes. Out: the books, to read. Promise: active and standby alike hold what the changelog tells, and can be asked.
 */
@NullMarked
package io.gpuledger.ledger.store.books;

import org.jspecify.annotations.NullMarked;
