package io.gpuledger.alert.notify;

import io.gpuledger.alert.group.Group;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts what is to be said into words that need nothing else to be delivered. */
public final class NotificationWriter {

    private static final Comparator<Alert> BY_LABELS =
            Comparator.comparing(alert -> new TreeMap<>(alert.labels()).toString());

    private NotificationWriter() {}

    /** To whom it is said. */
    public record To(String receiver, Integration integration) {}

    /** @param memory what will be remembered of this notification */
    public static Notification write(To to, Group group, Memory memory, String reason, List<Alert> alerts) {
        Instant at = memory.at();
        List<Alert> ordered = alerts.stream()
                .sorted(Comparator.<Alert, Boolean>comparing(alert -> alert.isResolvedAt(at))
                        .thenComparing(BY_LABELS))
                .toList();
        return new Notification(
                id(to, group, memory),
                Hashes.sha256(group.key()),
                at,
                to.receiver(),
                to.integration().kind(),
                to.integration().index(),
                group.key(),
                memory.sequence(),
                ordered.stream().allMatch(alert -> alert.isResolvedAt(at)) ? Status.RESOLVED : Status.FIRING,
                reason,
                group.labels(),
                shared(ordered, Alert::labels),
                shared(ordered, Alert::annotations),
                ordered.stream()
                        .limit(Notification.ALERTS_MAX)
                        .map(alert -> told(alert, at))
                        .toList(),
                Math.max(0, ordered.size() - Notification.ALERTS_MAX));
    }

    /** The tick is part of it, because the count begins anew when a group was forgotten. */
    private static String id(To to, Group group, Memory memory) {
        return Hashes.sha256(
                to.receiver(),
                to.integration().kind(),
                String.valueOf(to.integration().index()),
                group.key(),
                String.valueOf(memory.sequence()),
                memory.at().toString());
    }

    private static Told told(Alert alert, Instant at) {
        boolean resolved = alert.isResolvedAt(at);
        return new Told(
                resolved ? Status.RESOLVED : Status.FIRING,
                alert.fingerprint(),
                alert.labels(),
                alert.annotations(),
                alert.startsAt(),
                resolved ? alert.endsAt() : null,
                alert.generatorUrl());
    }

    private static Map<String, String> shared(List<Alert> alerts, Function<Alert, Map<String, String>> texts) {
        Map<String, String> shared = new TreeMap<>(texts.apply(alerts.getFirst()));
        alerts.forEach(alert -> shared.entrySet()
                .removeIf(entry -> !entry.getValue().equals(texts.apply(alert).get(entry.getKey()))));
        return shared;
    }
}
