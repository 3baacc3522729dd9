package io.gpuledger.alert.sink;

import io.gpuledger.common.event.Notification;
import java.io.IOException;

/** Tells somebody, once. */
@FunctionalInterface
public interface Sink {

    /**
     * @throws InterruptedException if the attempt was broken off; whether it arrived is not known
     * @throws IOException if a file that holds a secret cannot be read now
     */
    Answer send(Notification notification) throws InterruptedException, IOException;
}
