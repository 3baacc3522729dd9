package io.gpuledger.alert.desk;

import io.gpuledger.alert.ack.Acks;
import io.gpuledger.alert.ack.GroupId;
import io.gpuledger.alert.ack.Pursuit;
import io.gpuledger.alert.group.Agenda;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Shelf;
import io.gpuledger.alert.notify.Receiver;
import io.gpuledger.alert.route.Route;
import io.gpuledger.common.event.Ack;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Knows of each group who is told besides its receiver, and when something of that changes between two looks. */
final class Escalator {

    private final Plan plan;
    private final Acks acks;
    private final Shelf<Pursuit> pursuits;
    private final Speaker speaker;
    private final Agenda agenda = new Agenda();

    Escalator(Plan plan, Acks acks, Shelf<Pursuit> pursuits, Speaker speaker) {
        this.plan = plan;
        this.acks = acks;
        this.pursuits = pursuits;
        this.speaker = speaker;
    }

    /**
     * After a restart.
     *
     * @return the acknowledgements in force whose groups are no more
     */
    List<Ack> begin(Stream<Place> all, Instant now) {
        Set<String> there = new HashSet<>();
        all.forEach(place -> {
            there.add(place.id());
            schedule(place);
        });
        List<String> gone = new ArrayList<>();
        pursuits.forEach((id, pursuit) -> {
            if (!pursuit.over() && !there.contains(id)) {
                gone.add(id);
            }
        });
        gone.forEach(
                id -> pursuits.put(id, Objects.requireNonNull(pursuits.get(id)).ended(now)));
        return acks.inForce().stream()
                .filter(ack -> !there.contains(ack.group()))
                .toList();
    }

    /** A group and the route it is of. */
    record Place(Group group, Route route) {

        String id() {
            return GroupId.of(route.receiver(), group.key());
        }
    }

    /** What is true of the group now -> the receivers whose turn has come with it. */
    List<Receiver> advance(Place place, Sight sight) {
        String id = place.id();
        @Nullable Pursuit last = pursuits.get(id);
        List<String> before = last == null ? List.of() : last.told();
        Pursuit next = Pursuit.next(last, plan.escalation(place.route()), facts(place, before, sight));
        if (next == null || next.equals(last)) {
            return List.of();
        }
        pursuits.put(id, next);
        return receivers(place, next.told().stream().filter(name -> !before.contains(name)));
    }

    private Pursuit.Facts facts(Place place, List<String> told, Sight sight) {
        return new Pursuit.Facts(
                sight.at(),
                !sight.fire().isEmpty(),
                !sight.firing().isEmpty(),
                acks.inForce(place.id()).isPresent(),
                told.stream().filter(name -> isOpen(name, place.group())).toList());
    }

    private boolean isOpen(String name, Group group) {
        return Optional.ofNullable(plan.receivers().get(name)).stream()
                .flatMap(receiver -> receiver.integrations().stream())
                .anyMatch(integration -> speaker.isOpen(name, integration, group));
    }

    /** All whose turn has come, as far as the routing file still has them. */
    List<Receiver> told(Place place) {
        @Nullable Pursuit pursuit = pursuits.get(place.id());
        return pursuit == null ? List.of() : receivers(place, pursuit.told().stream());
    }

    /** Whether the turn of somebody has come in the group of this receiver and key. */
    boolean isTold(String receiver, String groupKey, String somebody) {
        @Nullable Pursuit pursuit = pursuits.get(GroupId.of(receiver, groupKey));
        return pursuit != null && pursuit.told().contains(somebody);
    }

    /** All who hear news: while the group is acknowledged, whom no word has reached hears none. */
    List<Receiver> listening(Place place) {
        boolean acknowledged = acks.inForce(place.id()).isPresent();
        return told(place).stream()
                .filter(receiver -> !acknowledged || isOpen(receiver.name(), place.group()))
                .toList();
    }

    private List<Receiver> receivers(Place place, Stream<String> names) {
        return names.filter(name -> !name.equals(place.route().receiver()))
                .map(plan.receivers()::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Sets the alarm for the group's next step, or for the end of its acknowledgement. */
    void schedule(Place place) {
        @Nullable Pursuit pursuit = pursuits.get(place.id());
        @Nullable Instant next = pursuit == null ? null : pursuit.alarmAt();
        Optional<Instant> expiry = acks.inForce(place.id()).map(Ack::expiresAt);
        Stream.concat(Stream.ofNullable(next), expiry.stream())
                .min(Instant::compareTo)
                .ifPresentOrElse(
                        at -> agenda.set(place.group().id(), at),
                        () -> agenda.cross(place.group().id()));
    }

    /** By the groups' own ids, the earliest first. */
    List<String> due(Instant now) {
        return agenda.due(now);
    }

    Optional<Instant> dueAt(String groupId) {
        return agenda.at(groupId);
    }

    void forget(String groupId) {
        agenda.cross(groupId);
    }

    Optional<Instant> nextDue() {
        return agenda.next();
    }
}
