package io.gpuledger.ledger.measure;

import java.math.BigInteger;

/**
 * How busy GPUs were when they were looked at: each look at a running pod weighs as many milli-GPUs as it holds.
 *
 * @param percents sum of percent times milli-GPUs
 * @param milliGpus sum of the milli-GPUs looked at
 */
public record Busy(BigInteger percents, BigInteger milliGpus) {

    public static final Busy NEVER_SEEN = new Busy(BigInteger.ZERO, BigInteger.ZERO);

    public static Busy seen(int percent, long milliGpus) {
        return new Busy(
                BigInteger.valueOf(percent).multiply(BigInteger.valueOf(milliGpus)), BigInteger.valueOf(milliGpus));
    }

    public Busy plus(Busy other) {
        return new Busy(percents.add(other.percents), milliGpus.add(other.milliGpus));
    }
}
