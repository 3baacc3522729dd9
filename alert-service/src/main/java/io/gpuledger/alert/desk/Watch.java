package io.gpuledger.alert.desk;

import io.gpuledger.alert.ack.Acks;
import io.gpuledger.alert.ack.Clerk;
import io.gpuledger.alert.desk.Escalator.Place;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Groups;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.notify.Integration;
import io.gpuledger.alert.notify.NotificationWriter.To;
import io.gpuledger.alert.notify.Receiver;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Via;
import io.gpuledger.common.event.Withheld.Kind;
import io.gpuledger.common.event.Withheld.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at one group: how it is, who is kept quiet, and who is told. */
final class Watch {

    /** Longer than anything is remembered. */
    private static final Duration NEVER = Duration.ofDays(36_500);

    private final Plan plan;
    private final Shelves shelves;
    private final Groups groups;
    private final Quiet quiet;
    private final Withholding withholding;
    private final Acks acks;
    private final Escalator escalator;
    private final Speaker speaker;

    Watch(Plan plan, Shelves shelves, Groups groups, Voices voices, Followed followed) {
        this.plan = plan;
        this.shelves = shelves;
        this.groups = groups;
        this.quiet = voices.quiet();
        this.withholding = voices.withholding();
        this.speaker = voices.speaker();
        this.acks = followed.acks();
        this.escalator = followed.escalator();
    }

    /** Who speaks, and what keeps it from speaking. */
    record Voices(Quiet quiet, Withholding withholding, Speaker speaker) {}

    /** Who looks after a group, and who is told while nobody does. */
    record Followed(Acks acks, Escalator escalator) {}

    void look(Place place, Instant now, Decided decided) {
        Group group = place.group();
        Duration interval = place.route().timing().groupInterval();
        Instant tick = group.tickAt(now, interval);
        Sight sight = see(place, tick, decided);
        List<Receiver> reached = escalator.advance(place, sight);
        tell(place, plan.receiver(place.route().receiver()), sight, decided);
        for (Receiver receiver : escalator.listening(place)) {
            if (reached.contains(receiver)) {
                escalate(place, receiver, sight, decided);
            } else {
                tell(place, receiver, sight, decided);
            }
        }
        groups.looked(group, sight.over(), tick.plus(interval));
        schedule(place);
    }

    /** Between two looks of a group: only those are told whose turn has come. */
    Sight step(Place place, Instant at, Decided decided) {
        Sight sight = see(place, at, decided);
        escalator.advance(place, sight).forEach(receiver -> escalate(place, receiver, sight, decided));
        schedule(place);
        return sight;
    }

    private void schedule(Place place) {
        if (groups.isThere(place.group().id())) {
            escalator.schedule(place);
        } else {
            escalator.forget(place.group().id());
        }
    }

    /** A group as it is, and who is kept quiet now that was not. */
    private Sight see(Place place, Instant at, Decided decided) {
        List<Alert> alerts = groups.alertsOf(place.group());
        Map<String, List<Reason>> reasons = quiet.of(alerts, place.route().hours(), at);
        decided.suppressed(reasons);
        Sight sight = new Sight(at, alerts, Set.copyOf(reasons.keySet()));
        acks.settle(place.id(), fingerprint -> fires(fingerprint, at), at).ifPresent(ended -> note(ended, decided));
        acks.inForce(place.id())
                .ifPresent(ack -> sight.fire()
                        .forEach(alert -> reasons.computeIfAbsent(alert.fingerprint(), any -> new ArrayList<>())
                                .add(new Reason(Kind.ACKNOWLEDGED, ack.by()))));
        decided.withheld()
                .addAll(withholding.changes(place.group(), place.route().receiver(), sight, reasons));
        return sight;
    }

    private boolean fires(String fingerprint, Instant at) {
        @Nullable Held held = shelves.alerts().get(fingerprint);
        return held != null && !held.alert().isResolvedAt(at);
    }

    static void note(Ack ended, Decided decided) {
        decided.acks().add(ended);
        decided.audit().add(Clerk.ended(ended));
    }

    /** News, and what is still true once the repeat interval has passed, unless somebody looks after the group. */
    private void tell(Place place, Receiver receiver, Sight sight, Decided decided) {
        Duration repeat = acks.inForce(place.id()).isPresent()
                ? NEVER
                : place.route().timing().repeatInterval();
        tell(place.group(), receiver, sight, new Manner(repeat, null), decided);
    }

    private void escalate(Place place, Receiver receiver, Sight sight, Decided decided) {
        Manner escalating = new Manner(NEVER, "escalated: " + place.route().escalation());
        tell(place.group(), receiver, sight, escalating, decided);
    }

    /** How often it is said again, and why it is said. */
    private record Manner(Duration repeat, @Nullable String reason) {}

    private void tell(Group group, Receiver receiver, Sight sight, Manner manner, Decided decided) {
        for (Integration integration : receiver.integrations()) {
            To to = new To(receiver.name(), integration);
            speaker.speak(to, group, sight, manner.repeat(), manner.reason()).ifPresent(decided.said()::add);
        }
    }

    /** Who acknowledged at the only pager that was told need not tell it. */
    void acknowledge(Place place, Sight sight, Ack ack, Decided decided) {
        List<Notification> told = Stream.concat(
                        Stream.of(plan.receiver(place.route().receiver())), escalator.told(place).stream())
                .flatMap(receiver -> receiver.integrations().stream().map(each -> new To(receiver.name(), each)))
                .flatMap(to -> speaker.acknowledge(to, place.group(), sight, ack).stream())
                .toList();
        decided.said().addAll(ack.via() == Via.PAGERDUTY && told.size() == 1 ? List.of() : told);
    }
}
