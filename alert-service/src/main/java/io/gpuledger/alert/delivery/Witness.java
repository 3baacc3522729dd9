package io.gpuledger.alert.delivery;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.common.event.Notification;
import java.time.Duration;

/** Sees every attempt; for metrics and logs. */
@FunctionalInterface
public interface Witness {

    void attempted(Notification notification, Answer answer, Duration took);
}
