package io.gpuledger.ledger.books.line;

import java.math.BigInteger;

/**
 * Integers of 128 bits, kept as two neighbours of an array: the higher half at {@code i}, the lower at {@code i + 1}. What
 * does not fit is an {@link ArithmeticException}.
 */
public final class Wide {

    private Wide() {}

    public static void add(long[] sum, int i, long high, long low) {
        long lower = sum[i + 1] + low;
        int carry = Long.compareUnsigned(lower, low) < 0 ? 1 : 0;
        sum[i] = Math.addExact(Math.addExact(sum[i], high), carry);
        sum[i + 1] = lower;
    }

    static void add(long[] sum, int i, long number) {
        add(sum, i, number >> 63, number);
    }

    static void addProduct(long[] sum, int i, long one, long other) {
        add(sum, i, Math.multiplyHigh(one, other), one * other);
    }

    static void subtract(long[] sum, int i, long high, long low) {
        long lower = sum[i + 1] - low;
        int borrow = Long.compareUnsigned(sum[i + 1], low) < 0 ? 1 : 0;
        sum[i] = Math.subtractExact(Math.subtractExact(sum[i], high), borrow);
        sum[i + 1] = lower;
    }

    /** Adds the 128-bit number of another array times a number that is not negative. */
    public static void addTimes(long[] sum, int i, long[] number, int n, long times) {
        long high = number[n];
        long low = number[n + 1];
        long carried = Math.unsignedMultiplyHigh(low, times);
        add(sum, i, Math.addExact(Math.multiplyExact(high, times), carried), low * times);
    }

    public static boolean isZero(long[] number, int i) {
        return (number[i] | number[i + 1]) == 0;
    }

    public static BigInteger at(long[] number, int i) {
        long high = number[i];
        long low = number[i + 1];
        if (high == low >> 63) {
            return BigInteger.valueOf(low);
        }
        BigInteger lower = BigInteger.valueOf(low);
        return BigInteger.valueOf(high).shiftLeft(64).add(low < 0 ? lower.add(TWO_64) : lower);
    }

    public static void set(long[] number, int i, BigInteger value) {
        if (value.bitLength() > 127) {
            throw new ArithmeticException("more than 128 bits");
        }
        number[i] = value.shiftRight(64).longValue();
        number[i + 1] = value.longValue();
    }

    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);
}
