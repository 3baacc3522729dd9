package io.gpuledger.common.value;

import java.math.BigInteger;

/** Division of exact integers, rounded once. */
final class Quotient {

    /** Numbers of so many bits are divided as what the machine has. */
    private static final int BITS_MAX = 62;

    private Quotient() {}

    /** The nearest integer; of two equally near ones the even one. */
    static BigInteger halfEven(BigInteger number, long by) {
        if (number.bitLength() <= BITS_MAX) {
            long units = number.longValueExact();
            return BigInteger.valueOf(units / by + correction(units / by, units % by, by));
        }
        BigInteger[] parts = number.divideAndRemainder(BigInteger.valueOf(by));
        return parts[0].add(BigInteger.valueOf(correction(parts[0].longValue(), parts[1].longValueExact(), by)));
    }

    /** @param rest of the same sign as what was divided, and nearer to 0 than the positive {@code by} */
    private static long correction(long quotient, long rest, long by) {
        int order = Long.compare(2 * Math.abs(rest), by);
        boolean away = order > 0 || (order == 0 && (quotient & 1) != 0);
        return away ? Long.signum(rest) : 0;
    }
}
