package io.gpuledger.alert.sink;

import io.gpuledger.common.event.Notification;

/** Tells somebody, once. */
public interface Sink {

    /** @throws InterruptedException if the attempt was broken off; whether it arrived is not known */
    Answer send(Notification notification) throws InterruptedException;
}
