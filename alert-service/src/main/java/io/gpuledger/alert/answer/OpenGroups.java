package io.gpuledger.alert.answer;

import io.gpuledger.alert.ack.GroupId;
import io.gpuledger.alert.ack.Pursuit;
import io.gpuledger.alert.answer.OpenGroup.Acknowledged;
import io.gpuledger.alert.answer.OpenGroup.Escalated;
import io.gpuledger.alert.answer.OpenGroup.Firing;
import io.gpuledger.alert.api.Outbox;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.notify.Hashes;
import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.route.Router;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Alert;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The groups of which something fires, as the desk remembers them. */
@Singleton
public class OpenGroups {

    private final RoutingInForce routing;
    private final DeskView view;
    private final Outbox outbox;

    OpenGroups(RoutingInForce routing, DeskView view, Outbox outbox) {
        this.routing = routing;
        this.view = view;
        this.outbox = outbox;
    }

    /** The one that has fired longest first. */
    List<OpenGroup> at(Instant now) {
        outbox.awaitSeen();
        Plan plan = routing.get();
        Router router = new Router(plan.root());
        Map<String, List<Alert>> members = new HashMap<>();
        view.alerts().stream()
                .filter(held -> !held.alert().isResolvedAt(now))
                .forEach(held -> held.groups()
                        .forEach(id -> members.computeIfAbsent(id, any -> new ArrayList<>())
                                .add(held.alert())));
        return view.groups().stream()
                .filter(group -> members.containsKey(group.id()))
                .flatMap(group -> router.byId(group.route()).stream()
                        .map(route -> open(plan, group, route, Objects.requireNonNull(members.get(group.id())))))
                .sorted(Comparator.comparing(OpenGroup::since).thenComparing(OpenGroup::id))
                .toList();
    }

    Optional<OpenGroup> named(String id, Instant now) {
        return at(now).stream().filter(group -> group.id().equals(id)).findFirst();
    }

    Optional<Ack> ack(String id) {
        return view.ack(id).filter(Ack::isInForce);
    }

    /** Those that a pager knows by this key: the pager is among the integrations that were, or would be, told. */
    List<OpenGroup> atPager(String kind, String dedupKey, Instant now) {
        return at(now).stream()
                .filter(group -> group.dedupKey().equals(dedupKey) && pages(group, kind))
                .toList();
    }

    private boolean pages(OpenGroup group, String kind) {
        Stream<String> told = group.escalation() == null ? Stream.empty() : group.escalation().told().stream();
        return Stream.concat(Stream.of(group.receiver()), told)
                .map(routing.get().receivers()::get)
                .filter(Objects::nonNull)
                .flatMap(receiver -> receiver.integrations().stream())
                .anyMatch(integration -> integration.kind().equals(kind));
    }

    private OpenGroup open(Plan plan, Group group, Route route, List<Alert> firing) {
        String id = GroupId.of(route.receiver(), group.key());
        Pursuit pursuit = view.pursuit(id).orElse(null);
        return new OpenGroup(
                id,
                route.receiver(),
                group.key(),
                Hashes.sha256(group.key()),
                group.labels(),
                firing.stream()
                        .map(alert -> new Firing(alert.fingerprint(), alert.labels(), alert.startsAt()))
                        .toList(),
                group.dueAt(),
                ack(id).map(Acknowledged::of).orElse(null),
                Escalated.of(plan.escalation(route), pursuit));
    }
}
