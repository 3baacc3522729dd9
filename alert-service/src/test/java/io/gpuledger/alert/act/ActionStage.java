package io.gpuledger.alert.act;

import io.gpuledger.alert.desk.MemoryShelf;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.action.ActionCommand;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.event.action.ActionTold.Terms;
import io.gpuledger.common.event.action.Exemption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A desk of actions in virtual time, whose memory lives through restarts, and everything it said. */
final class ActionStage {

    static final String ALERT = "00000000000000aa";
    static final AccountRef MAIN = new AccountRef("runpod", "main");
    static final Instant BEGIN = Instant.parse("2026-11-21T08:00:00Z");

    final List<Event> said = new ArrayList<>();
    final Set<String> firing = new HashSet<>(Set.of(ALERT));
    boolean acknowledged;
    Instant now = BEGIN;

    private final MemoryShelf<Action> shelf = new MemoryShelf<>(Action.class);
    private ActionDesk desk = opened();

    private ActionDesk opened() {
        return new ActionDesk(shelf, new Circumstances() {
            @Override
            public boolean isOver(String fingerprint, Instant at) {
                return !firing.contains(fingerprint);
            }

            @Override
            public boolean isAcknowledged(Terms terms) {
                return acknowledged;
            }
        });
    }

    /** What was asked for, to be changed before it is said. */
    record Wish(
            String id,
            @Nullable String target,
            boolean dryRun,
            Duration delay,
            boolean approval,
            int podsMax,
            String notification,
            @Nullable String exempt) {

        static Wish of(String id, String target) {
            return new Wish(id, target, false, Duration.ZERO, false, 5, "n1", null);
        }

        Wish dry() {
            return new Wish(id, target, true, delay, approval, podsMax, notification, exempt);
        }

        Wish after(Duration longer) {
            return new Wish(id, target, dryRun, longer, approval, podsMax, notification, exempt);
        }

        Wish approved() {
            return new Wish(id, target, dryRun, delay, true, podsMax, notification, exempt);
        }

        Wish atMost(int pods) {
            return new Wish(id, target, dryRun, delay, approval, pods, notification, exempt);
        }

        Wish exempt(String reason) {
            return new Wish(id, target, dryRun, delay, approval, podsMax, notification, reason);
        }

        ActionOrder order() {
            return new ActionOrder(Verb.STOP_POD, MAIN, target, null, dryRun, Exemption.NONE, podsMax);
        }
    }

    void ask(Wish wish) {
        Terms terms = new Terms(
                "stopper",
                0,
                "{}:{owner=\"interns\"}",
                wish.notification(),
                List.of(ALERT),
                "page",
                "sweep-1",
                now.plus(wish.delay()),
                wish.approval(),
                now.plus(Duration.ofHours(24)),
                wish.exempt());
        hear(new ActionTold(wish.id(), now, Step.REQUESTED, "alert-service", null, null, wish.order(), terms));
    }

    void hear(ActionTold told) {
        take(desk.hear(told, now));
    }

    /** What the desk writes to the topic it reads there. */
    private void take(List<Event> events) {
        said.addAll(events);
        events.stream()
                .filter(ActionTold.class::isInstance)
                .forEach(told -> said.addAll(desk.hear((ActionTold) told, now)));
    }

    void says(Wish wish, Step step, String by, String detail, @Nullable String pod) {
        hear(new ActionTold(wish.id(), now, step, by, detail, pod, wish.order(), null));
    }

    void pass(Duration time) {
        now = now.plus(time);
        take(desk.tick(now));
    }

    void restart() {
        desk = opened();
    }

    List<Step> steps(String id) {
        return said.stream()
                .filter(ActionTold.class::isInstance)
                .map(ActionTold.class::cast)
                .filter(told -> told.action().equals(id))
                .map(ActionTold::step)
                .toList();
    }

    String lastDetail() {
        return said.stream()
                .filter(ActionTold.class::isInstance)
                .map(told -> String.valueOf(((ActionTold) told).detail()))
                .reduce("", (before, after) -> after);
    }

    List<ActionCommand> commands() {
        return said.stream()
                .filter(ActionCommand.class::isInstance)
                .map(ActionCommand.class::cast)
                .toList();
    }

    List<AuditEntry> audit() {
        return said.stream()
                .filter(AuditEntry.class::isInstance)
                .map(AuditEntry.class::cast)
                .toList();
    }

    /** As {@code name firing} or {@code name over}. */
    List<String> alerts() {
        return said.stream()
                .filter(Alert.class::isInstance)
                .map(Alert.class::cast)
                .map(alert -> alert.labels().get(Alert.NAME) + (alert.isResolvedAt(now) ? " over" : " firing"))
                .toList();
    }

    List<Alert> alertsAsTold() {
        return said.stream()
                .filter(Alert.class::isInstance)
                .map(Alert.class::cast)
                .toList();
    }

    Action shown(String id) {
        Action action = shelf.get(id);
        if (action == null) {
            throw new AssertionError("no action " + id);
        }
        return action;
    }

    int remembered() {
        return shelf.size();
    }
}
