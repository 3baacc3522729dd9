package io.gpuledger.alert.sink;

import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Receipt;
import java.util.Optional;

/** What sinks have made, kept through crashes and moves: one receipt for each integration and group. */
public interface Receipts {

    /** The last one of the notification's integration and group. */
    Optional<Receipt> of(Notification said);

    /** Returns when it is kept for good. */
    void keep(Receipt receipt) throws InterruptedException;
}
