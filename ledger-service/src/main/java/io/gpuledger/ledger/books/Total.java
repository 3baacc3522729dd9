package io.gpuledger.ledger.books;

import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import org.jspecify.annotations.Nullable;

/** What a range cost, the GPU time it paid for, and the part of that time whose price is unknown. */
public record Total(Money cost, GpuTime gpuTime, GpuTime unpriced) {

    public static final Total NOTHING = new Total(Money.ZERO, GpuTime.ZERO, GpuTime.ZERO);

    public Total plus(Total other) {
        return new Total(cost.plus(other.cost), gpuTime.plus(other.gpuTime), unpriced.plus(other.unpriced));
    }

    public boolean isNothing() {
        return cost.signum() == 0 && gpuTime.signum() == 0 && unpriced.signum() == 0;
    }

    /** Cost per GPU-hour; absent where no GPU was held. */
    public @Nullable HourlyRate costPerGpuHour() {
        return gpuTime.costPerHour(cost);
    }
}
