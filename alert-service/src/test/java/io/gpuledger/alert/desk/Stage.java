package io.gpuledger.alert.desk;

import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.mute.SilenceChange;
import io.gpuledger.alert.notify.Memory;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Silence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A desk in virtual time. Receivers take everything at once, but for those that are told to refuse. */
public final class Stage {

    public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final Map<String, Instant> refusing = new HashMap<>();
    private final List<Notification> told = new ArrayList<>();
    private final boolean restartsOften;
    private Plan plan;
    private final Shelves shelves = new Shelves(
            new MemoryShelf<>(Held.class),
            new MemoryShelf<>(Group.class),
            new MemoryShelf<>(Memory.class),
            new MemoryShelf<>(Silence.class),
            new MemoryShelf<>(String.class));
    private Desk desk;
    private Instant now = START;

    /** @param restartsOften whether the desk is put together anew from its shelves before everything that happens */
    public Stage(String routing, boolean restartsOften) {
        this.plan = plan(routing);
        this.restartsOften = restartsOften;
        this.desk = new Desk(plan, shelves, now);
    }

    private static Plan plan(String routing) {
        return RoutingReader.read("routing.yaml", routing, Path.of("")).plan();
    }

    public static Instant second(double seconds) {
        return START.plusMillis(Math.round(seconds * 1_000));
    }

    public Stage until(Instant time) {
        while (!desk.nextDue().isAfter(time)) {
            now = desk.nextDue().isAfter(now) ? desk.nextDue() : now;
            restartIfOften();
            desk.tick(now).forEach(this::deliver);
        }
        now = time;
        restartIfOften();
        return this;
    }

    private void deliver(Notification notification) {
        Instant refusedUntil = refusing.getOrDefault(notification.receiver(), Instant.MIN);
        if (now.isBefore(refusedUntil)) {
            desk.undelivered(Delivery.of(notification, now, Delivery.Outcome.REJECTED, 1, "HTTP 404"), now);
        } else {
            told.add(notification);
        }
    }

    public void refuse(String receiver, Instant until) {
        refusing.put(receiver, until);
    }

    public void fire(Map<String, String> labels, Instant since, @Nullable Instant until, boolean assumed) {
        desk.receive(alert(labels, now, since, until, assumed), now);
    }

    public void silence(String id, Map<String, String> labels, Instant from, Instant until) {
        List<Silence.Condition> conditions = new ArrayList<>();
        labels.forEach((name, value) -> conditions.add(new Silence.Condition(name, value, false, true)));
        desk.silence(new Silence(id, now, conditions, from, until, "somebody", "planned", Map.of()));
    }

    /** Ends a silence now. */
    public void unsilence(String id) {
        desk.silence(
                SilenceChange.expired(Objects.requireNonNull(shelves.silences().get(id)), now));
    }

    public void restart() {
        desk = new Desk(plan, shelves, now);
    }

    public void reload(String routing) {
        plan = plan(routing);
        restart();
    }

    private void restartIfOften() {
        if (restartsOften) {
            restart();
        }
    }

    public Duration resolveTimeout() {
        return plan.resolveTimeout();
    }

    public Instant now() {
        return now;
    }

    public Shelves shelves() {
        return shelves;
    }

    public List<Notification> told() {
        return told;
    }

    /** {@code 1.5 default firing: A b1, -A b2}: label values in the order of their names, a minus before what is over. */
    public static String line(Notification said) {
        double at = Duration.between(START, said.at()).toMillis() / 1_000.0;
        String alerts = said.alerts().stream()
                .map(alert -> (alert.status() == Notification.Status.FIRING ? "" : "-")
                        + String.join(" ", new TreeMap<>(alert.labels()).values()))
                .sorted()
                .collect(Collectors.joining(", "));
        return at + " " + said.receiver() + (said.index() == 0 ? "" : "#" + said.index()) + " "
                + said.status().name().toLowerCase(java.util.Locale.ROOT) + ": " + alerts;
    }

    public static Alert alert(
            Map<String, String> labels, Instant at, Instant since, @Nullable Instant until, boolean assumed) {
        return new Alert(Fingerprint.of(labels), labels, Map.of(), at, since, until, assumed, null);
    }
}
