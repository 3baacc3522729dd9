package io.gpuledger.ledger.measure;

import io.gpuledger.common.value.Money;

/**
 * What jobs counted, and what was lost of it.
 *
 * @param epochs counted, and what the jobs that counted them cost
 * @param inferences likewise
 * @param lost cost and GPU time of work that ended with a preemption
 */
public record Work(Counted epochs, Counted inferences, Used lost) {

    public static final Work NONE = new Work(Counted.NOTHING, Counted.NOTHING, Used.NOTHING);

    /** A count, and what was paid for it. */
    public record Counted(long count, Money cost) {

        public static final Counted NOTHING = new Counted(0, Money.ZERO);

        public Counted plus(Counted other) {
            return new Counted(Math.addExact(count, other.count), cost.plus(other.cost));
        }
    }

    public Work plus(Work other) {
        return new Work(epochs.plus(other.epochs), inferences.plus(other.inferences), lost.plus(other.lost));
    }
}
