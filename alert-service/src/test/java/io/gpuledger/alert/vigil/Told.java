package io.gpuledger.alert.vigil;

import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Notifications and what came of them. */
final class Told {

    static final Instant START = Instant.parse("2026-11-30T08:00:00Z");

    private Told() {}

    static Notification to(String receiver, String id, Instant at) {
        return new Notification(
                id,
                "d",
                at,
                receiver,
                "webhook",
                0,
                "{}:{}",
                1,
                Notification.Status.FIRING,
                "first notification",
                Map.of(),
                Map.of(),
                Map.of(),
                List.of(),
                0,
                null);
    }

    static Delivery outcome(String receiver, String id, Delivery.Outcome outcome, Instant at) {
        return Delivery.of(to(receiver, id, at), at, outcome, 1, "HTTP 503");
    }
}
