package io.gpuledger.pricing.enforce;

import io.gpuledger.common.event.action.ActionTold;

/** Where it is said what came of a command. */
@FunctionalInterface
public interface Reports {

    /** Returns when it is kept for good. */
    void tell(ActionTold step) throws InterruptedException;
}
