package io.gpuledger.alert.act;

import io.gpuledger.common.event.action.ActionTold.Terms;
import java.time.Instant;

/** What speaks against an action that was asked for. */
public interface Circumstances {

    /** Whether an alert has ended, or is not known any more. */
    boolean isOver(String fingerprint, Instant now);

    /** Whether somebody takes care of the group of alerts that asked for it. */
    boolean isAcknowledged(Terms terms);
}
