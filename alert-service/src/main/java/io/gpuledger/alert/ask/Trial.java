package io.gpuledger.alert.ask;

import io.gpuledger.alert.api.Board.Remembered;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.desk.Quiet;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.route.Router;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Withheld.Reason;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Works out who would be told of an alert, when, and why not; nothing is changed by it. */
final class Trial {

    private final Plan plan;
    private final Remembered remembered;
    private final Quiet quiet;

    Trial(Plan plan, Remembered remembered) {
        this.plan = plan;
        this.remembered = remembered;
        this.quiet = new Quiet(plan);
        remembered.alerts().forEach(held -> quiet.inhibitor().learn(held.alert()));
        remembered.silences().forEach(quiet.silencer()::learn);
    }

    /**
     * One way the alert goes.
     *
     * @param route the matchers on the way, as group keys begin
     * @param group whether the group is there already
     * @param lookAt when the group is looked at
     * @param integrations of the receiver; nobody is told where there is none
     * @param quiet all that would keep it quiet then
     */
    record Way(
            String receiver,
            List<String> integrations,
            String route,
            String groupKey,
            Map<String, String> groupLabels,
            Standing group,
            Instant lookAt,
            boolean told,
            List<Reason> quiet) {}

    /** Whether the alert would begin a group. */
    enum Standing {
        NEW,
        THERE
    }

    List<Way> ways(Alert alert, Instant now) {
        return new Router(plan.root())
                .routesOf(alert.labels()).stream()
                        .map(route -> way(route, alert, now))
                        .toList();
    }

    private Way way(Route route, Alert alert, Instant now) {
        SortedMap<String, String> labels = route.grouping().of(alert.labels());
        String id = Group.idOf(route, labels);
        @Nullable Group there = remembered.groups().stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElse(null);
        Instant lookAt = there == null ? firstLook(route, alert, now) : there.dueAt();
        List<String> integrations = plan.receiver(route.receiver()).integrations().stream()
                .map(integration -> integration.kind() + "/" + integration.index())
                .toList();
        List<Reason> reasons = quiet.reasons(alert, route.hours(), lookAt);
        return new Way(
                route.receiver(),
                integrations,
                route.key(),
                route.groupKey(labels),
                labels,
                there == null ? Standing.NEW : Standing.THERE,
                lookAt,
                reasons.isEmpty() && !integrations.isEmpty(),
                reasons);
    }

    private static Instant firstLook(Route route, Alert alert, Instant now) {
        Instant waited = now.plus(route.timing().groupWait());
        return alert.startsAt().plus(route.timing().groupWait()).isBefore(now) ? now : waited;
    }
}
