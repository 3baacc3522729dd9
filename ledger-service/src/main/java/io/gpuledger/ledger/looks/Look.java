package io.gpuledger.ledger.looks;

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

    /** At a pod that runs. */
    static Look of(@Nullable Integer percent) {
        if (percent == null) {
            return UNTOLD;
        }
        return percent < PodTold.IDLE_PERCENT_BELOW ? IDLE : BUSY;
    }
}
