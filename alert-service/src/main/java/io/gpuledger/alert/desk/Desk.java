package io.gpuledger.alert.desk;

import io.gpuledger.alert.alert.Hearsay;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Groups;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.notify.Integration;
import io.gpuledger.alert.notify.Receiver;
import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.route.Router;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Silence;
import io.gpuledger.common.event.Withheld.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes in alerts, looks at each group when its moment comes, and decides what is said. Knows no clock and no Kafka. */
public final class Desk {

    /** A refusal is answered with another attempt for so long after an alert has ended. */
    static final Duration RETOLD_FOR = Duration.ofHours(24);

    private final Plan plan;
    private final Shelves shelves;
    private final Router router;
    private final Groups groups;
    private final Quiet quiet;
    private final Speaker speaker;
    private final Withholding withholding;
    private final Tidying tidying;

    /** Takes up where the shelves left off; where the plan is another one, every group begins anew. */
    public Desk(Plan plan, Shelves shelves, Instant now) {
        this.plan = plan;
        this.shelves = shelves;
        this.router = new Router(plan.root());
        this.groups = new Groups(shelves.alerts(), shelves.groups());
        this.quiet = new Quiet(plan);
        this.speaker = new Speaker(shelves.memories(), plan.quietEnds());
        this.withholding = new Withholding(shelves.withheld());
        this.tidying = new Tidying(shelves, now);
        List<Alert> all = new ArrayList<>();
        shelves.alerts().forEach((fingerprint, held) -> all.add(held.alert()));
        all.forEach(quiet.inhibitor()::learn);
        shelves.silences().forEach((id, silence) -> quiet.silencer().learn(silence));
        if (!plan.version().equals(shelves.marks().get(Shelves.PLAN))) {
            groups.dissolve();
            withholding.forgetAll();
            all.forEach(alert -> groups.take(alert, Set.of(), router.routesOf(alert.labels()), now));
            shelves.marks().put(Shelves.PLAN, plan.version());
        }
    }

    /** alert -> what is believed of it, and its groups */
    public void receive(Alert told, Instant now) {
        @Nullable Held held = shelves.alerts().get(told.fingerprint());
        Alert believed = Hearsay.believed(held == null ? null : held.alert(), told);
        quiet.inhibitor().learn(believed);
        groups.take(believed, held == null ? Set.of() : held.groups(), router.routesOf(believed.labels()), now);
    }

    /** silence -> who is kept quiet from now on; of two of one id the later is true */
    public void silence(Silence told) {
        @Nullable Silence known = shelves.silences().get(told.id());
        if (known == null || !told.at().isBefore(known.at())) {
            shelves.silences().put(told.id(), told);
            quiet.silencer().learn(told);
        }
    }

    /** time -> what is decided of the groups whose moment has come */
    public Decided tick(Instant now) {
        Decided decided = Decided.nothing();
        groups.due(now).forEach(group -> look(group, now, decided));
        Tidying.Gone gone = tidying.tidy(now);
        gone.alerts().forEach(quiet.inhibitor()::forget);
        gone.silences().forEach(quiet.silencer()::forget);
        return decided;
    }

    private void look(Group group, Instant now, Decided decided) {
        Route route = router.byId(group.route()).orElseThrow();
        Duration interval = route.timing().groupInterval();
        Instant tick = group.tickAt(now, interval);
        List<Alert> alerts = groups.alertsOf(group);
        Map<String, List<Reason>> reasons = quiet.of(alerts, route.hours(), tick);
        Sight sight = new Sight(tick, alerts, reasons.keySet());
        Receiver receiver = plan.receiver(route.receiver());
        decided.withheld().addAll(withholding.changes(group, receiver.name(), sight, reasons));
        for (Integration integration : receiver.integrations()) {
            speaker.speak(
                            receiver.name(),
                            integration,
                            group,
                            sight,
                            route.timing().repeatInterval())
                    .ifPresent(decided.said()::add);
        }
        groups.looked(group, sight.over(), tick.plus(interval));
    }

    /** a delivery that failed for good -> the same news at the group's next look */
    public void undelivered(Delivery delivery, Instant now) {
        Set<String> unheard = speaker.takeBack(delivery);
        for (String fingerprint : unheard) {
            @Nullable Held held = shelves.alerts().get(fingerprint);
            if (held == null || held.alert().isResolvedAt(now.minus(RETOLD_FOR))) {
                continue;
            }
            router.routesOf(held.alert().labels()).stream()
                    .filter(route -> isThat(route, held.alert(), delivery))
                    .forEach(route -> groups.join(
                            route, held.alert(), now.plus(route.timing().groupInterval())));
        }
    }

    private static boolean isThat(Route route, Alert alert, Delivery delivery) {
        return route.receiver().equals(delivery.receiver())
                && route.groupKey(route.grouping().of(alert.labels())).equals(delivery.groupKey());
    }

    /** When {@link #tick} has something to do again. */
    public Instant nextDue() {
        Optional<Instant> group = groups.nextDue();
        Instant tidy = tidying.nextAt();
        return group.isPresent() && group.get().isBefore(tidy) ? group.get() : tidy;
    }
}
