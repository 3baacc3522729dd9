package io.gpuledger.ledger.timeline;

/**
 * How one sight of a pod gave way to the next, epoch milliseconds.
 *
 * @param begins when the next began to hold
 * @param vouched until when news vouches for the one before; what lies between this and {@code begins} is an estimate
 */
public record Turn(long begins, long vouched) {}
