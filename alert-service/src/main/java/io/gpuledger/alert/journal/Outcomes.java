package io.gpuledger.alert.journal;

import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;

/** Where it is kept what came of notifications. */
public interface Outcomes {

    boolean isFinished(Notification notification);

    /** Returns when it is kept for good. */
    void keep(Notification notification, Delivery delivery) throws InterruptedException;

    /** It was read here, finished or not. */
    default void meet(Notification notification) {}
}
