package io.gpuledger.ledger.intake;

import io.gpuledger.common.event.PodObserved;
import io.gpuledger.ledger.looks.Saying;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An observation that says what an earlier one of its pod did, but for its instant and use.
 *
 * @param said what the earlier one said
 * @param percent the use it tells
 */
public record Repeat(Saying said, Instant at, @Nullable Integer percent) {

    public PodObserved event() {
        return said.like().again(at, percent);
    }
}
