package io.gpuledger.alert.desk;

import io.gpuledger.alert.ack.GroupId;
import io.gpuledger.alert.ack.Pursuit;
import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.alert.api.Board;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.group.Shelf;
import io.gpuledger.alert.mute.SilenceChange;
import io.gpuledger.alert.mute.SilenceState;
import io.gpuledger.alert.notify.Memory;
import io.gpuledger.alert.route.Router;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Via;
import io.gpuledger.common.event.Withheld;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A desk in virtual time. Receivers take everything at once, but for those that are told to refuse. */
public final class Stage {

    public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final Messengers messengers = new Messengers();
    private final List<String> answers = new ArrayList<>();
    private final List<String> withheld = new ArrayList<>();
    private final List<Notification> told = new ArrayList<>();
    private final List<Ack> acks = new ArrayList<>();
    private final List<AuditEntry> audit = new ArrayList<>();
    private final boolean restartsOften;
    private Plan plan;
    private final Shelves shelves = new Shelves(
            new MemoryShelf<>(Held.class),
            new MemoryShelf<>(Group.class),
            new MemoryShelf<>(Memory.class),
            new MemoryShelf<>(Silence.class),
            new MemoryShelf<>(Withheld.class),
            new MemoryShelf<>(Ack.class),
            new MemoryShelf<>(Pursuit.class),
            new MemoryShelf<>(String.class));
    private Desk desk;
    private Instant now = START;
    private int commands;

    /** @param restartsOften whether the desk is put together anew from its shelves before everything that happens */
    public Stage(String routing, boolean restartsOften) {
        this(plan(routing), restartsOften);
    }

    public Stage(Plan plan, boolean restartsOften) {
        this.plan = plan;
        this.restartsOften = restartsOften;
        this.desk = new Desk(plan, shelves, now);
    }

    public static Plan plan(String routing) {
        return RoutingReader.read("routing.yaml", routing, Path.of("")).plan();
    }

    public static Instant second(double seconds) {
        return START.plusMillis(Math.round(seconds * 1_000));
    }

    public Stage until(Instant time) {
        while (!desk.nextDue().isAfter(time)) {
            now = desk.nextDue().isAfter(now) ? desk.nextDue() : now;
            restartIfOften();
            take(desk.tick(now));
        }
        now = time;
        restartIfOften();
        return this;
    }

    private void take(Decided decided) {
        decided.withheld().forEach(this::note);
        acks.addAll(decided.acks());
        audit.addAll(decided.audit());
        decided.said().forEach(this::deliver);
    }

    private void note(Withheld change) {
        withheld.add(seconds(change.at()) + " " + change.receiver() + " withholds "
                + String.join(" ", new TreeMap<>(change.labels()).values()) + ": "
                + change.reasons().stream().map(this::line).collect(Collectors.joining(", ")));
    }

    /** An inhibiting alert by its labels. */
    private String line(Withheld.Reason reason) {
        @Nullable Held source = shelves.alerts().get(reason.by());
        String by = source == null
                ? reason.by()
                : String.join(" ", new TreeMap<>(source.alert().labels()).values());
        return reason.kind().name().toLowerCase(java.util.Locale.ROOT) + " " + by;
    }

    /** Who was kept quiet, in lines. */
    public List<String> withheld() {
        return withheld;
    }

    private void deliver(Notification notification) {
        Delivery delivery = messengers.bring(notification, now);
        if (delivery.outcome() == Delivery.Outcome.DELIVERED) {
            told.add(notification);
        } else {
            desk.undelivered(delivery, now);
        }
    }

    /** It will not have what comes before that. */
    public void refuse(String receiver, Instant until) {
        messengers.refuse(receiver, until);
    }

    /** It cannot take what comes before that, and says so. */
    public void fail(String receiver, Instant until) {
        messengers.fail(receiver, until);
    }

    public void fire(Map<String, String> labels, Instant since, @Nullable Instant until, boolean assumed) {
        desk.receive(alert(labels, now, since, until, assumed), now);
    }

    public void silence(String id, List<Silence.Condition> conditions, Instant from, Instant until) {
        change(null, new Silence(id, now, conditions, from, until, "somebody", "planned", Map.of()));
    }

    /** Wishes it to be another one; where that cannot be in place, the new one has the fresh id. */
    public void resilence(String id, String fresh, List<Silence.Condition> conditions, Instant from, Instant until) {
        change(
                Objects.requireNonNull(shelves.silences().get(id)),
                new Silence(fresh, now, conditions, from, until, "somebody", "planned", Map.of()));
    }

    private void change(@Nullable Silence known, Silence wish) {
        SilenceChange.set(known, wish, now).forEach(each -> take(desk.silence(each)));
    }

    /** Answers with what is on the board now. */
    public void askAlerts() {
        Board board = Board.at(now, plan, remembered());
        answers.add(seconds(now) + " alerts: "
                + board.alerts().stream().map(Stage::line).sorted().collect(Collectors.joining(", ")));
    }

    public Board.Remembered remembered() {
        return new Board.Remembered(all(shelves.alerts()), all(shelves.groups()), all(shelves.silences()));
    }

    private static String line(Board.Shown shown) {
        return String.join(" ", new TreeMap<>(shown.alert().labels()).values())
                + (shown.isSuppressed() ? " quiet" : "")
                + (shown.inhibitedBy().isEmpty() ? "" : " inhibited")
                + (shown.silencedBy().isEmpty() ? "" : " " + String.join(" ", shown.silencedBy()));
    }

    /** Answers with what the silences are now. */
    public void askSilences() {
        answers.add(seconds(now) + " silences: "
                + all(shelves.silences()).stream()
                        .map(silence -> silence.id() + " "
                                + SilenceState.of(silence, now).word())
                        .collect(Collectors.joining(", ")));
    }

    private static <V> List<V> all(Shelf<V> shelf) {
        List<V> all = new ArrayList<>();
        shelf.forEach((key, value) -> all.add(value));
        return all;
    }

    public List<String> answers() {
        return answers;
    }

    public static double seconds(Instant at) {
        return Duration.between(START, at).toMillis() / 1_000.0;
    }

    /** Of a notification that took long: when it arrived, and at which attempt. */
    public String arrival(Notification said) {
        return messengers.arrival(said);
    }

    /** Ends a silence now. */
    public void unsilence(String id) {
        take(desk.silence(
                SilenceChange.expired(Objects.requireNonNull(shelves.silences().get(id)), now)));
    }

    /** Somebody looks after the group of this receiver and these labels. */
    public void acknowledge(String by, String group, Via via, @Nullable Instant until) {
        take(desk.command(
                new AckCommand("c" + ++commands, now, group, AckCommand.Action.ACKNOWLEDGE, by, via, "on it", until),
                now));
    }

    public void withdraw(String by, String group) {
        take(desk.command(
                new AckCommand("c" + ++commands, now, group, AckCommand.Action.WITHDRAW, by, Via.REST, "", null), now));
    }

    /** The short id of the group of a receiver that has these labels; {@code none} where there is no such group. */
    public String group(String receiver, Map<String, String> labels) {
        Router router = new Router(plan.root());
        return all(shelves.groups()).stream()
                .filter(group -> group.labels().equals(labels))
                .filter(group ->
                        router.byId(group.route()).orElseThrow().receiver().equals(receiver))
                .map(group -> GroupId.of(receiver, group.key()))
                .findFirst()
                .orElse("none");
    }

    /** Which acknowledgements began and ended, in lines. */
    public List<String> acks() {
        return acks.stream()
                .map(ack -> seconds(ack.at()) + " ack of " + ack.receiver() + " by " + ack.by() + ": "
                        + ack.state().name().toLowerCase(java.util.Locale.ROOT))
                .toList();
    }

    public List<Ack> acknowledged() {
        return acks;
    }

    public List<AuditEntry> audit() {
        return audit;
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
        String alerts = said.alerts().stream()
                .map(alert -> (alert.status() == Notification.Status.FIRING ? "" : "-")
                        + String.join(" ", new TreeMap<>(alert.labels()).values()))
                .sorted()
                .collect(Collectors.joining(", "));
        return seconds(said.at()) + " " + said.receiver() + (said.index() == 0 ? "" : "#" + said.index()) + " "
                + (said.acknowledged() == null
                        ? said.status().name().toLowerCase(java.util.Locale.ROOT)
                        : "acknowledged by " + said.acknowledged().by())
                + ": " + alerts;
    }

    public static Alert alert(
            Map<String, String> labels, Instant at, Instant since, @Nullable Instant until, boolean assumed) {
        return new Alert(Fingerprint.of(labels), labels, Map.of(), at, since, until, assumed, null);
    }
}
