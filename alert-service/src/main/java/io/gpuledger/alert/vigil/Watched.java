package io.gpuledger.alert.vigil;

import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;

/** One kind of integration of a receiver. */
record Watched(String receiver, String integration) implements Comparable<Watched> {

    static Watched of(Notification said) {
        return new Watched(said.receiver(), said.integration());
    }

    static Watched of(Delivery delivery) {
        return new Watched(delivery.receiver(), delivery.integration());
    }

    @Override
    public int compareTo(Watched other) {
        int byReceiver = receiver.compareTo(other.receiver);
        return byReceiver == 0 ? integration.compareTo(other.integration) : byReceiver;
    }
}
