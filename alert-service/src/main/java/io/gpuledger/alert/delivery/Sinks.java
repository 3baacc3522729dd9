package io.gpuledger.alert.delivery;

import io.gpuledger.alert.sink.Sink;
import io.gpuledger.common.event.Notification;
import java.util.Optional;

/** Where a notification goes. */
@FunctionalInterface
public interface Sinks {

    /** Absent where the routing file in force has no such integration (any more). */
    Optional<Sink> of(Notification notification);
}
