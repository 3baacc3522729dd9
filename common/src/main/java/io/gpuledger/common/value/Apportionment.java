package io.gpuledger.common.value;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Splits a whole number by weights, to the last unit: every part is rounded towards zero, and the units that are left go to
 * the largest remainders, the earlier first. The parts add up to the whole.
 */
public final class Apportionment {

    private Apportionment() {}

    /** @param weights none below zero, and not all zero */
    public static List<BigInteger> split(BigInteger whole, List<BigInteger> weights) {
        BigInteger sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        InvalidValue.unless(weights.stream().allMatch(w -> w.signum() >= 0), "weights", "must not be negative");
        InvalidValue.unless(sum.signum() > 0, "weights", "must not all be zero");
        BigInteger size = whole.abs();
        List<BigInteger> parts = new ArrayList<>(weights.size());
        BigInteger[] remainders = new BigInteger[weights.size()];
        BigInteger left = size;
        for (int i = 0; i < remainders.length; i++) {
            BigInteger[] part = size.multiply(weights.get(i)).divideAndRemainder(sum);
            parts.add(part[0]);
            remainders[i] = part[1];
            left = left.subtract(part[0]);
        }
        List<Integer> largestFirst = IntStream.range(0, remainders.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .toList();
        for (int i = 0; i < left.intValueExact(); i++) {
            parts.set(largestFirst.get(i), parts.get(largestFirst.get(i)).add(BigInteger.ONE));
        }
        return whole.signum() < 0 ? parts.stream().map(BigInteger::negate).toList() : List.copyOf(parts);
    }

    /** The same for numbers that are small. */
    public static long[] split(long whole, long[] weights) {
        List<BigInteger> parts = split(
                BigInteger.valueOf(whole),
                IntStream.range(0, weights.length)
                        .mapToObj(i -> BigInteger.valueOf(weights[i]))
                        .toList());
        return parts.stream().mapToLong(BigInteger::longValueExact).toArray();
    }
}
