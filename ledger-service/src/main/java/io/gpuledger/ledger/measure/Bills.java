package io.gpuledger.ledger.measure;

import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What bills say of a period.
 *
 * @param lines how many there are
 * @param billed the sum of their amounts, without their signs
 * @param off the sum of what each is off from what was metered, without its sign
 * @param gpuTime GPU time they bill; absent where none tells it
 */
public record Bills(
        int lines, Money billed, Money off, @Nullable GpuTime gpuTime) {

    public static final Bills NONE = new Bills(0, Money.ZERO, Money.ZERO, null);

    public static Bills line(Money billed, Money metered, @Nullable GpuTime gpuTime) {
        return new Bills(
                1,
                new Money(billed.units().abs()),
                new Money(billed.units().subtract(metered.units()).abs()),
                gpuTime);
    }

    public Bills plus(Bills other) {
        return new Bills(
                lines + other.lines,
                billed.plus(other.billed),
                off.plus(other.off),
                gpuTime == null ? other.gpuTime : other.gpuTime == null ? gpuTime : gpuTime.plus(other.gpuTime));
    }
}
