package io.gpuledger.ledger.intake;

import io.gpuledger.common.event.PodObserved;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * An observation that says what an earlier one of its pod did, but for its instant and use.
 *
 * @param like the earlier one
 * @param percent the use it tells
 */
public record Repeat(PodObserved like, Instant at, @Nullable Integer percent) {

    public PodObserved event() {
        return like.again(at, percent);
    }

    /** A repeat and the record it was read from. */
    public record Read(Repeat repeat, ConsumerRecord<byte[], byte[]> from) {}
}
