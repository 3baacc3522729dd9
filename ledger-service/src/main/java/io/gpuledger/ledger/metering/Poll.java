package io.gpuledger.ledger.metering;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.BitSet;

/**
 * What one partition knows of a poll: which of its pods were seen at that instant, and how many there should be. That is
 * enough to keep silent about pods that did not change: who was seen when is never lost.
 *
 * @param seen the bits of the pods' numbers
 * @param expected pods written to this partition, from the poll's marker; {@link #UNKNOWN} before the marker came
 */
public record Poll(BitSet seen, int expected) {

    public static final int UNKNOWN = -1;

    static Poll unmarked() {
        return new Poll(new BitSet(), UNKNOWN);
    }

    /** Its marker is here and so is every observation it counted. */
    @JsonIgnore
    boolean isComplete() {
        return expected != UNKNOWN && seen.cardinality() >= expected;
    }

    public boolean saw(int pod) {
        return seen.get(pod);
    }

    Poll expecting(int pods) {
        return new Poll(seen, pods);
    }
}
