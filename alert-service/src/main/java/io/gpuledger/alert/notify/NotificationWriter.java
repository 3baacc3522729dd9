package io.gpuledger.alert.notify;

import io.gpuledger.alert.group.Group;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Puts what is to be said into words that need nothing else to be delivered. */
public final class NotificationWriter {

    /** Texts of all alerts of a notification: in the longest encoding they stay below a record of Kafka's 1 MiB. */
    private static final int CHARS_MAX = 250_000;

    private static final int SHARED_CHARS_MAX = 50_000;

    private NotificationWriter() {}

    /** To whom it is said. */
    public record To(String receiver, Integration integration) {}

    /** @param memory what will be remembered of this notification */
    public static Notification write(To to, Group group, Memory memory, String reason, List<Alert> alerts) {
        Instant at = memory.at();
        List<Alert> ordered = ordered(alerts, at);
        List<Alert> fitting = fitting(ordered);
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
                bounded(shared(ordered, Alert::annotations)),
                fitting.stream().map(alert -> told(alert, at)).toList(),
                ordered.size() - fitting.size(),
                null);
    }

    /** Firing ones first, and by their labels. */
    private static List<Alert> ordered(List<Alert> alerts, Instant at) {
        return alerts.stream()
                .map(alert -> new Placed(alert.isResolvedAt(at), alert.labels().toString(), alert))
                .sorted(Comparator.comparing(Placed::resolved).thenComparing(Placed::labels))
                .map(Placed::alert)
                .toList();
    }

    private record Placed(boolean resolved, String labels, Alert alert) {}

    /**
     * That somebody looks after the group. It is no news of the alerts, so it has the number 0 and is not counted.
     *
     * @param alerts that fire; at least one
     */
    public static Notification acknowledgement(To to, Group group, Ack ack, List<Alert> alerts, Instant at) {
        Memory uncounted = new Memory(at, 0, Set.of(), Set.of(), Set.of(), null);
        return write(to, group, uncounted, "acknowledged", alerts)
                .asAcknowledgement(new Notification.Acknowledged(ack.by(), ack.at(), ack.comment()));
    }

    /** As many alerts, in order, as a record of Kafka holds; the first always. */
    private static List<Alert> fitting(List<Alert> ordered) {
        List<Alert> fitting = new ArrayList<>();
        int chars = 0;
        for (Alert alert : ordered) {
            chars += chars(alert.labels())
                    + chars(alert.annotations())
                    + String.valueOf(alert.generatorUrl()).length();
            if (!fitting.isEmpty() && (chars > CHARS_MAX || fitting.size() == Notification.ALERTS_MAX)) {
                return fitting;
            }
            fitting.add(alert);
        }
        return fitting;
    }

    private static Map<String, String> bounded(Map<String, String> annotations) {
        return chars(annotations) <= SHARED_CHARS_MAX ? annotations : Map.of();
    }

    private static int chars(Map<String, String> texts) {
        return texts.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
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
