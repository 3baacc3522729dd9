package io.gpuledger.alert.act;

import io.gpuledger.common.event.action.ActionTold;

/** Where steps of actions are written down; whoever decides reads them there. */
@FunctionalInterface
public interface ActionBook {

    /** Returns when it is kept for good. */
    void write(ActionTold step) throws InterruptedException;
}
