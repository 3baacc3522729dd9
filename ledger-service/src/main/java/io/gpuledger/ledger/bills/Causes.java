package io.gpuledger.ledger.bills;

import io.gpuledger.common.event.Reconciled.Cause;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.Money;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/// billed and metered -> why they differ, as far as can be told
final class Causes {

    /** Amounts that differ by less than a thousandth differ by rounding. */
    private static final BigInteger ROUNDING = BigInteger.valueOf(1_000);

    /** Hours that differ by at most a hundredth agree. */
    private static final BigInteger HOURS_AGREE = BigInteger.valueOf(100);

    private Causes() {}

    /** @param wholly the resource ran through the whole time, so that its hours can hardly be wrong */
    record Compared(Money billed, Money metered, @Nullable GpuTime gpuBilled, GpuTime gpuMetered, boolean wholly) {}

    static Cause of(Compared compared) {
        BigInteger difference =
                compared.billed().minus(compared.metered()).units().abs();
        if (difference.multiply(ROUNDING).compareTo(compared.billed().units().abs()) <= 0) {
            return Cause.NONE;
        }
        return hoursAgree(compared) ? Cause.PRICE_DIFFERED : Cause.HOURS_DIFFERED;
    }

    private static boolean hoursAgree(Compared compared) {
        GpuTime billed = compared.gpuBilled();
        if (billed == null) {
            return compared.wholly();
        }
        BigInteger apart = billed.minus(compared.gpuMetered()).units().abs();
        return apart.multiply(HOURS_AGREE).compareTo(billed.units()) <= 0;
    }
}
