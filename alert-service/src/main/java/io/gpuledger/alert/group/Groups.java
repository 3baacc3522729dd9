package io.gpuledger.alert.group;

import io.gpuledger.alert.route.Route;
import io.gpuledger.common.event.Alert;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** All groups and who is in them. What matters is on the shelves; the rest is worked out from them at the start. */
public final class Groups {

    private final Shelf<Held> alerts;
    private final Shelf<Group> groups;
    private final Agenda agenda = new Agenda();
    private final Map<String, Set<String>> members = new HashMap<>();

    public Groups(Shelf<Held> alerts, Shelf<Group> groups) {
        this.alerts = alerts;
        this.groups = groups;
        groups.forEach((id, group) -> agenda.set(id, group.dueAt()));
        alerts.forEach((fingerprint, held) -> held.groups()
                .forEach(id ->
                        members.computeIfAbsent(id, any -> new TreeSet<>()).add(fingerprint)));
    }

    /** The alert as known now, in the groups of its routes and of those it was in already. */
    public void take(Alert alert, Set<String> before, List<Route> routes, Instant now) {
        Set<String> ids = new TreeSet<>(before);
        for (Route route : routes) {
            String id = open(route, alert, firstLook(route, alert, now));
            enter(id, alert);
            ids.add(id);
        }
        alerts.put(alert.fingerprint(), new Held(alert, ids));
    }

    /** As above for one route; where the group is not there, it begins with a look at the given instant. */
    public void join(Route route, Alert alert, Instant firstLook) {
        String id = open(route, alert, firstLook);
        if (enter(id, alert)) {
            Held held = alerts.get(alert.fingerprint());
            alerts.put(alert.fingerprint(), (held == null ? new Held(alert, Set.of()) : held).in(id));
        }
    }

    private String open(Route route, Alert alert, Instant firstLook) {
        SortedMap<String, String> labels = route.grouping().of(alert.labels());
        String key = route.groupKey(labels);
        String id = Group.idOf(route, key);
        if (!agenda.has(id)) {
            schedule(new Group(id, route.id(), key, labels, firstLook));
        }
        return id;
    }

    private boolean enter(String id, Alert alert) {
        return members.computeIfAbsent(id, any -> new TreeSet<>()).add(alert.fingerprint());
    }

    /** An alert that began longer ago than the group would wait has waited enough. */
    private static Instant firstLook(Route route, Alert alert, Instant now) {
        boolean old = alert.startsAt().plus(route.timing().groupWait()).isBefore(now);
        return old ? now : now.plus(route.timing().groupWait());
    }

    public List<Group> due(Instant now) {
        return agenda.due(now).stream()
                .map(groups::get)
                .filter(Objects::nonNull)
                .toList();
    }

    public Optional<Instant> nextDue() {
        return agenda.next();
    }

    public List<Alert> alertsOf(Group group) {
        return members.getOrDefault(group.id(), Set.of()).stream()
                .map(alerts::get)
                .filter(Objects::nonNull)
                .map(Held::alert)
                .toList();
    }

    /** After a look: what is over leaves, and the group ends with its last alert or looks again. */
    public void looked(Group group, Collection<Alert> over, Instant nextLook) {
        Set<String> left = members.getOrDefault(group.id(), new TreeSet<>());
        for (Alert alert : over) {
            left.remove(alert.fingerprint());
            @Nullable Held held = alerts.get(alert.fingerprint());
            if (held != null) {
                alerts.put(alert.fingerprint(), held.notIn(group.id()));
            }
        }
        if (left.isEmpty()) {
            members.remove(group.id());
            agenda.cross(group.id());
            groups.remove(group.id());
        } else {
            schedule(group.dueAgainAt(nextLook));
        }
    }

    public Optional<Group> byId(String id) {
        return Optional.ofNullable(groups.get(id));
    }

    public boolean isThere(String groupId) {
        return agenda.has(groupId);
    }

    /** Forgets every group; for a routing that has changed. */
    public void dissolve() {
        Map<String, Held> all = new TreeMap<>();
        alerts.forEach(all::put);
        all.forEach((fingerprint, held) -> alerts.put(fingerprint, new Held(held.alert(), Set.of())));
        Set<String> ids = new TreeSet<>();
        groups.forEach((id, group) -> ids.add(id));
        ids.forEach(groups::remove);
        agenda.clear();
        members.clear();
    }

    private void schedule(Group group) {
        groups.put(group.id(), group);
        agenda.set(group.id(), group.dueAt());
    }
}
