package io.gpuledger.ledger.jobs;

import io.gpuledger.ledger.rating.Span;
import java.util.List;

/**
 * A stretch during which the same jobs held the same GPUs.
 *
 * @param milliGpus what the pod had
 * @param held never more than that; the one that started first comes first
 */
record Slot(Span span, long milliGpus, List<Claim> held) {

    long idle() {
        return milliGpus - held.stream().mapToLong(Claim::milliGpus).sum();
    }
}
