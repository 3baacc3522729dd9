package io.gpuledger.alert.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gpuledger.alert.api.Board.Remembered;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.mute.Inhibitor;
import io.gpuledger.alert.mute.Silencer;
import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.route.Router;
import io.gpuledger.common.event.Alert;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Works out who would be told of an alert, when, and why not; nothing is changed by it. */
final class Trial {

    private final Plan plan;
    private final Remembered remembered;
    private final Inhibitor inhibitor;
    private final Silencer silencer = new Silencer();

    Trial(Plan plan, Remembered remembered) {
        this.plan = plan;
        this.remembered = remembered;
        this.inhibitor = new Inhibitor(plan.inhibitRules());
        remembered.alerts().forEach(held -> inhibitor.learn(held.alert()));
        remembered.silences().forEach(silencer::learn);
    }

    /**
     * One way the alert goes.
     *
     * @param route the matchers on the way, as group keys begin
     * @param group whether the group is there already
     * @param lookAt when the group is looked at
     * @param quiet what would keep it quiet then; empty where it is told
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

    /**
     * What keeps an alert quiet.
     *
     * @param kind {@code silence}, {@code inhibition}, {@code mute_time_interval}, {@code active_time_interval} or {@code
     *     no_integration}
     * @param by the silence's id, the fingerprint of the source, or the name of the interval
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(String kind, @Nullable String by) {}

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
        List<Reason> quiet = reasons(route, alert, lookAt);
        if (integrations.isEmpty()) {
            quiet.add(new Reason("no_integration", route.receiver()));
        }
        return new Way(
                route.receiver(),
                integrations,
                route.key(),
                route.groupKey(labels),
                labels,
                there == null ? Standing.NEW : Standing.THERE,
                lookAt,
                quiet.isEmpty(),
                quiet);
    }

    private static Instant firstLook(Route route, Alert alert, Instant now) {
        Instant waited = now.plus(route.timing().groupWait());
        return alert.startsAt().plus(route.timing().groupWait()).isBefore(now) ? now : waited;
    }

    private List<Reason> reasons(Route route, Alert alert, Instant at) {
        List<Reason> reasons = new ArrayList<>();
        inhibitor.inhibitorsOf(alert, at).forEach(source -> reasons.add(new Reason("inhibition", source)));
        List<String> mute = route.hours().mute();
        plan.calendar()
                .quieting(mute, route.hours().active(), at)
                .forEach(name -> reasons.add(
                        new Reason(mute.contains(name) ? "mute_time_interval" : "active_time_interval", name)));
        silencer.silencesOf(alert.labels(), at).forEach(silence -> reasons.add(new Reason("silence", silence)));
        return reasons;
    }
}
