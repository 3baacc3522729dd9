package io.gpuledger.alert.desk;

import io.gpuledger.alert.ack.AckChange;
import io.gpuledger.alert.ack.Acks;
import io.gpuledger.alert.ack.Clerk;
import io.gpuledger.alert.alert.Hearsay;
import io.gpuledger.alert.desk.Escalator.Place;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Groups;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.route.Router;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes in alerts, looks at each group when its moment comes, and decides what is said. Knows no clock and no Kafka. */
public final class Desk {

    /** A refusal is answered with another attempt for so long after an alert has ended. */
    static final Duration RETOLD_FOR = Duration.ofHours(24);

    private final Shelves shelves;
    private final Router router;
    private final Groups groups;
    private final Quiet quiet;
    private final Speaker speaker;
    private final Tidying tidying;
    private final Acks acks;
    private final Escalator escalator;
    private final Watch watch;
    private final List<Ack> orphans;
    private @Nullable AuditEntry begun;

    /** Takes up where the shelves left off; where the plan is another one, every group begins anew. */
    public Desk(Plan plan, Shelves shelves, Instant now) {
        this.shelves = shelves;
        this.router = new Router(plan.root());
        this.groups = new Groups(shelves.alerts(), shelves.groups());
        this.quiet = new Quiet(plan);
        this.speaker = new Speaker(shelves.memories(), plan.quietEnds());
        Withholding withholding = new Withholding(shelves.withheld());
        this.tidying = new Tidying(shelves, now);
        List<Alert> all = new ArrayList<>();
        shelves.alerts().forEach((fingerprint, held) -> all.add(held.alert()));
        all.forEach(quiet.inhibitor()::learn);
        shelves.silences().forEach((id, silence) -> quiet.silencer().learn(silence));
        if (!plan.version().equals(shelves.marks().get(Shelves.PLAN))) {
            groups.dissolve();
            withholding.forgetAll();
            all.forEach(alert -> groups.take(alert, Set.of(), router.routesOf(alert.labels()), now));
            begun = begun(plan, shelves.marks().get(Shelves.PLAN), now);
            shelves.marks().put(Shelves.PLAN, plan.version());
        }
        this.acks = new Acks(shelves.acks());
        this.escalator = new Escalator(plan, acks, shelves.pursuits(), speaker);
        this.watch = new Watch(
                plan,
                shelves,
                groups,
                new Watch.Voices(quiet, withholding, speaker),
                new Watch.Followed(acks, escalator));
        this.orphans = new ArrayList<>(escalator.begin(places().stream(), now));
    }

    private static AuditEntry begun(Plan plan, @Nullable String before, Instant now) {
        Plan.Wish wish = plan.wish();
        return wish == null
                ? Clerk.changedRouting(before, plan.version(), now)
                : Clerk.wishedRouting(before, plan.version(), wish.by(), now);
    }

    /** That another routing is in force than before; to be told once. */
    public Optional<AuditEntry> begun() {
        Optional<AuditEntry> entry = Optional.ofNullable(begun);
        begun = null;
        return entry;
    }

    /** alert -> what is believed of it, and its groups */
    public void receive(Alert told, Instant now) {
        @Nullable Held held = shelves.alerts().get(told.fingerprint());
        Alert believed = Hearsay.believed(held == null ? null : held.alert(), told);
        quiet.inhibitor().learn(believed);
        groups.take(believed, held == null ? Set.of() : held.groups(), router.routesOf(believed.labels()), now);
    }

    /** silence -> who is kept quiet from now on; of two of one id the later is true */
    public Decided silence(Silence told) {
        Decided decided = Decided.nothing();
        @Nullable Silence known = shelves.silences().get(told.id());
        if (known == null || !told.at().isBefore(known.at())) {
            shelves.silences().put(told.id(), told);
            quiet.silencer().learn(told);
            Clerk.silence(known, told).ifPresent(decided.audit()::add);
        }
        return decided;
    }

    /** command -> who looks after a group from now on, or no more */
    public Decided command(AckCommand wish, Instant now) {
        Decided decided = Decided.nothing();
        @Nullable Ack known = acks.last(wish.group()).orElse(null);
        List<Place> about = places().stream()
                .filter(place -> place.id().equals(wish.group()))
                .toList();
        AckChange change = AckChange.of(wish, known, subject(about, now), now);
        decided.audit().add(Clerk.command(wish, known, change));
        if (change instanceof AckChange.Done(Ack ack)) {
            acks.keep(ack);
            decided.acks().add(ack);
            boolean isNew = ack.isInForce() && (known == null || !known.isInForce());
            about.forEach(place -> {
                Sight sight = watch.step(place, now, decided);
                if (isNew) {
                    watch.acknowledge(place, sight, ack, decided);
                }
            });
        }
        return decided;
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        shelves.groups().forEach((id, group) -> places.add(placeOf(group)));
        return places;
    }

    private Place placeOf(Group group) {
        return new Place(group, router.byId(group.route()).orElseThrow());
    }

    private AckChange.Subject subject(List<Place> about, Instant now) {
        Set<String> firing = about.stream()
                .flatMap(place -> groups.alertsOf(place.group()).stream())
                .filter(alert -> !alert.isResolvedAt(now))
                .map(Alert::fingerprint)
                .collect(Collectors.toCollection(TreeSet::new));
        return about.isEmpty()
                ? AckChange.Subject.NONE
                : new AckChange.Subject(
                        about.getFirst().route().receiver(),
                        about.getFirst().group().key(),
                        firing);
    }

    /** time -> what is decided of the groups whose moment has come */
    public Decided tick(Instant now) {
        Decided decided = Decided.nothing();
        orphans.forEach(
                ack -> acks.settle(ack.group(), any -> false, now).ifPresent(ended -> Watch.note(ended, decided)));
        orphans.clear();
        groups.due(now).forEach(group -> watch.look(placeOf(group), now, decided));
        escalator.due(now).forEach(id -> alarm(id, now, decided));
        Tidying.Gone gone = tidying.tidy(now);
        gone.alerts().forEach(quiet.inhibitor()::forget);
        gone.silences().forEach(quiet.silencer()::forget);
        gone.alerts().forEach(alert -> decided.forgotten().add(new Forgotten(Alert.class, alert.key(), now)));
        gone.silences().forEach(id -> decided.forgotten().add(new Forgotten(Silence.class, id, now)));
        gone.acks().forEach(group -> decided.forgotten().add(new Forgotten(Ack.class, group, now)));
        return decided;
    }

    /** a key that its topic has forgotten -> what is known of it all the same: it began anew while that was written */
    public Optional<Event> stillKnown(String key) {
        @Nullable Held held = shelves.alerts().get(key);
        return held != null
                ? Optional.of(held.alert())
                : Optional.ofNullable(shelves.silences().get(key));
    }

    /** Between two looks of a group only those are told whose turn has come. */
    private void alarm(String groupId, Instant now, Decided decided) {
        Optional<Place> place = groups.byId(groupId).map(this::placeOf);
        Instant due = escalator.dueAt(groupId).orElse(now);
        if (place.isEmpty()) {
            escalator.forget(groupId);
            return;
        }
        Instant late = now.minus(place.get().route().timing().groupInterval());
        watch.step(place.get(), due.isBefore(late) ? now : due, decided);
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

    private boolean isThat(Route route, Alert alert, Delivery delivery) {
        return route.groupKey(route.grouping().of(alert.labels())).equals(delivery.groupKey())
                && (route.receiver().equals(delivery.receiver())
                        || escalator.isTold(route.receiver(), delivery.groupKey(), delivery.receiver()));
    }

    /** When {@link #tick} has something to do again. */
    public Instant nextDue() {
        return orphans.isEmpty()
                ? Stream.of(groups.nextDue(), escalator.nextDue(), Optional.of(tidying.nextAt()))
                        .flatMap(Optional::stream)
                        .min(Instant::compareTo)
                        .orElseThrow()
                : Instant.EPOCH;
    }
}
