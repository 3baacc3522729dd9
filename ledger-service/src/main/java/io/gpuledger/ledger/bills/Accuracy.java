package io.gpuledger.ledger.bills;

import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Reconciled;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far bills are off what was metered; sums of lines.
 *
 * @param billed what was charged
 * @param differing the lines' differences, whatever their sign
 */
public record Accuracy(BigInteger billed, BigInteger differing) {

    /** Lines for use that began so long ago still count. */
    public static final Duration SPAN = Duration.ofDays(30);

    public static final Accuracy NONE = new Accuracy(BigInteger.ZERO, BigInteger.ZERO);

    private static final int DIGITS = 2;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Accuracy of(Reconciled line) {
        BigInteger billed = line.billed().units();
        return new Accuracy(billed, billed.subtract(line.metered().units()).abs());
    }

    /** Credits differ by what they are. */
    public static boolean counts(Reconciled line) {
        return line.kind() == BillLine.Kind.USAGE;
    }

    public Accuracy plus(Accuracy other) {
        return new Accuracy(billed.add(other.billed), differing.add(other.differing));
    }

    public Accuracy minus(Accuracy other) {
        return new Accuracy(billed.subtract(other.billed), differing.subtract(other.differing));
    }

    /** The differences in percent of what was billed; absent where nothing was. */
    public @Nullable BigDecimal percent() {
        return billed.signum() <= 0
                ? null
                : new BigDecimal(differing)
                        .multiply(HUNDRED)
                        .divide(new BigDecimal(billed), DIGITS, RoundingMode.HALF_EVEN);
    }
}
