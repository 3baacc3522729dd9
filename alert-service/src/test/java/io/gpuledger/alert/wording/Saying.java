package io.gpuledger.alert.wording;

import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A notification as the tests of wording and of sinks tell it. */
public final class Saying {

    public static final Instant SINCE = Instant.parse("2026-11-21T07:30:24Z");

    private Saying() {}

    public static Told told(String budget, Status status) {
        return new Told(
                status,
                "fp-" + budget,
                Map.of("alertname", "SpendBurnRate", "severity", "page", "budget", budget),
                Map.of("summary", budget + " burns 15.2x its plan", "runbook_url", "https://runbooks.example/b"),
                SINCE,
                status == Status.RESOLVED ? SINCE.plusSeconds(60) : null,
                null);
    }

    public static Notification of(Status status, Told... alerts) {
        return of("n-1", status, alerts);
    }

    public static Notification of(String id, Status status, Told... alerts) {
        return new Notification(
                id,
                "6bed383d4fc2c95dffda50bd2af2abb70285c9df77a88289468ad04b2f2da963",
                SINCE.plusSeconds(90),
                "on.call",
                "webhook",
                0,
                "{}:{alertname=\"SpendBurnRate\"}",
                1,
                status,
                status == Status.FIRING ? "first notification" : "all alerts resolved",
                Map.of("alertname", "SpendBurnRate"),
                Map.of("alertname", "SpendBurnRate", "severity", "page"),
                Map.of("runbook_url", "https://runbooks.example/b"),
                List.of(alerts),
                0,
                null);
    }

    public static Notification firing() {
        return of(Status.FIRING, told("ml", Status.FIRING));
    }

    public static Notification resolved() {
        return of("n-2", Status.RESOLVED, told("ml", Status.RESOLVED));
    }
}
