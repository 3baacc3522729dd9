package io.gpuledger.ledger.looks;

import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PodTold;
import org.jspecify.annotations.Nullable;

/** What one observation says of how busy a pod is; of two of one instant that differ the later in this list is true. */
public enum Look {
    /** There was none yet. */
    NONE,
    IDLE,
    /** It does not run, or nobody told. */
    UNTOLD,
    BUSY;

    public static Look of(PodObserved seen) {
        return of(seen, seen.utilisationPercent());
    }

    /** At a pod that is as it was seen, but for its use. */
    static Look of(PodObserved seen, @Nullable Integer percent) {
        if (percent == null || seen.state() != PodState.RUNNING) {
            return UNTOLD;
        }
        return percent < PodTold.IDLE_PERCENT_BELOW ? IDLE : BUSY;
    }
}
