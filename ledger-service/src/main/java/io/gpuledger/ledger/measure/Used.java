package io.gpuledger.ledger.measure;

import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;

/** A cost and the GPU time it was for. */
public record Used(Money cost, GpuTime gpuTime) {

    public static final Used NOTHING = new Used(Money.ZERO, GpuTime.ZERO);

    public Used plus(Used other) {
        return new Used(cost.plus(other.cost), gpuTime.plus(other.gpuTime));
    }
}
