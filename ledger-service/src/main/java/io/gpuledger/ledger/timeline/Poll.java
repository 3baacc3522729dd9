package io.gpuledger.ledger.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.BitSet;

/**
 * What one partition knows of a poll: which of its pods were seen at that instant, and how many there should be. That is
 * enough to keep silent about pods that did not change: who was seen when is never lost.
 *
 * @param seen the bits of the pods' numbers
 * @param expected pods written to this partition, from the poll's marker; {@link #UNKNOWN} before the marker came,
 *     {@link #FAILED} where it says that the poll failed and no other says more
 */
public record Poll(BitSet seen, int expected) {

    public static final int UNKNOWN = -1;

    /** What a poll that brought no answer expects. */
    public static final int FAILED = -2;

    public static Poll unmarked() {
        return new Poll(new BitSet(), UNKNOWN);
    }

    /** Its marker is here and so is every observation it counted. */
    @JsonIgnore
    public boolean isComplete() {
        return isCounted() && seen.cardinality() >= expected;
    }

    /** A marker told how many pods there are. */
    @JsonIgnore
    public boolean isCounted() {
        return expected >= 0;
    }

    @JsonIgnore
    public boolean isFailed() {
        return expected == FAILED;
    }

    public boolean saw(int pod) {
        return seen.get(pod);
    }

    public Poll expecting(int pods) {
        return new Poll(seen, pods);
    }
}
