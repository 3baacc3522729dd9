package io.gpuledger.ledger.measure;

import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;

/**
 * What was spent.
 *
 * @param direct all components but overheads, and GPUs held
 * @param overhead shares of overheads
 * @param unattributed the part of direct cost that no rule gives an owner
 * @param spot the part of {@code direct} that is spot
 * @param allocated GPU time that jobs held
 */
public record Spent(Used direct, Money overhead, Money unattributed, Used spot, GpuTime allocated) {

    public static final Spent NOTHING = new Spent(Used.NOTHING, Money.ZERO, Money.ZERO, Used.NOTHING, GpuTime.ZERO);

    public Spent plus(Spent other) {
        return new Spent(
                direct.plus(other.direct),
                overhead.plus(other.overhead),
                unattributed.plus(other.unattributed),
                spot.plus(other.spot),
                allocated.plus(other.allocated));
    }
}
