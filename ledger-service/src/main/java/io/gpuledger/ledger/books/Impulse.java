package io.gpuledger.ledger.books;

import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import io.gpuledger.ledger.books.line.Sums;
import io.gpuledger.ledger.books.line.Wide;
import org.jspecify.annotations.Nullable;

/** What is gained at once. */
public record Impulse(Money cost, GpuTime gpuTime, GpuTime unpriced) {

    public static final Impulse NONE = new Impulse(Money.ZERO, GpuTime.ZERO, GpuTime.ZERO);

    public static Impulse of(Money cost) {
        return new Impulse(cost, GpuTime.ZERO, GpuTime.ZERO);
    }

    public Impulse plus(Impulse other) {
        return new Impulse(cost.plus(other.cost), gpuTime.plus(other.gpuTime), unpriced.plus(other.unpriced));
    }

    public boolean isNothing() {
        return cost.signum() == 0 && gpuTime.signum() == 0 && unpriced.signum() == 0;
    }

    long @Nullable [] numbers() {
        if (isNothing()) {
            return null;
        }
        long[] numbers = new long[2 * Sums.COLUMNS];
        Wide.set(numbers, 2 * Sums.COST, cost.units());
        Wide.set(numbers, 2 * Sums.GPUS, gpuTime.units());
        Wide.set(numbers, 2 * Sums.UNPRICED, unpriced.units());
        return numbers;
    }

    static Impulse of(long @Nullable [] numbers) {
        return numbers == null
                ? NONE
                : new Impulse(
                        new Money(Wide.at(numbers, 2 * Sums.COST)),
                        new GpuTime(Wide.at(numbers, 2 * Sums.GPUS)),
                        new GpuTime(Wide.at(numbers, 2 * Sums.UNPRICED)));
    }
}
