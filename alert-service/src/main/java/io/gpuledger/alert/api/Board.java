package io.gpuledger.alert.api;

import io.gpuledger.alert.alert.Beat;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.group.Group;
import io.gpuledger.alert.group.Held;
import io.gpuledger.alert.mute.Inhibitor;
import io.gpuledger.alert.mute.SilenceState;
import io.gpuledger.alert.mute.Silencer;
import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.route.Router;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Silence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All alerts that hold at an instant, with what is thought of each: worked out when it is asked, not at the last look. */
public final class Board {

    /** The version of Alertmanager whose API this is; amtool compares it with its own. */
    public static final String LIKE_VERSION = "0.28.1";

    private final Plan plan;
    private final Router router;
    private final List<Shown> alerts;
    private final List<Group> groups;
    private final List<Silence> silences;
    private final Instant now;

    /**
     * An alert on the board.
     *
     * @param inhibitedBy fingerprints of those that keep it quiet
     * @param silencedBy ids of the silences that do
     * @param receivers who is told of it, in the order of the routes
     */
    public record Shown(
            Alert alert, Set<String> groups, Set<String> inhibitedBy, Set<String> silencedBy, List<String> receivers) {

        public boolean isSuppressed() {
            return !inhibitedBy.isEmpty() || !silencedBy.isEmpty();
        }
    }

    /** What the desk remembers. */
    public record Remembered(List<Held> alerts, List<Group> groups, List<Silence> silences) {}

    private Board(Plan plan, Remembered remembered, Instant now) {
        List<Held> held = remembered.alerts();
        Silencer silencer = new Silencer();
        remembered.silences().forEach(silencer::learn);
        this.plan = plan;
        this.router = new Router(plan.root());
        Inhibitor inhibitor = new Inhibitor(plan.inhibitRules());
        held.forEach(each -> inhibitor.learn(each.alert()));
        this.now = now;
        this.groups = remembered.groups();
        this.silences = remembered.silences();
        this.alerts = held.stream()
                .filter(each -> !each.alert().isResolvedAt(now))
                .filter(each -> !Beat.is(each.alert().labels()))
                .sorted(Comparator.comparing(each -> each.alert().fingerprint()))
                .map(each -> new Shown(
                        each.alert(),
                        each.groups(),
                        inhibitor.inhibitorsOf(each.alert(), now),
                        silencer.silencesOf(each.alert().labels(), now),
                        receiversOf(each.alert())))
                .toList();
    }

    public static Board at(Instant now, Plan plan, DeskView view) {
        return at(now, plan, new Remembered(view.alerts(), view.groups(), view.silences()));
    }

    public static Board at(Instant now, Plan plan, Remembered remembered) {
        return new Board(plan, remembered, now);
    }

    private List<String> receiversOf(Alert alert) {
        return router.routesOf(alert.labels()).stream()
                .map(Route::receiver)
                .distinct()
                .toList();
    }

    public List<Shown> alerts() {
        return alerts;
    }

    public Plan plan() {
        return plan;
    }

    public long silenceCount(SilenceState state) {
        return silences.stream()
                .filter(silence -> SilenceState.of(silence, now) == state)
                .count();
    }

    public int groupCount() {
        return groups.size();
    }

    /** Groups that have alerts, by their labels; each with its receiver's name. */
    Map<Group, List<Shown>> groups() {
        Map<String, Group> byId = groups.stream().collect(Collectors.toMap(Group::id, Function.identity()));
        Map<Group, List<Shown>> grouped = new TreeMap<>(
                Comparator.<Group, String>comparing(group -> group.labels().toString())
                        .thenComparing(this::receiverOf)
                        .thenComparing(Group::id));
        for (Shown shown : alerts) {
            for (String id : shown.groups()) {
                Group group = byId.get(id);
                if (group != null) {
                    grouped.computeIfAbsent(group, any -> new ArrayList<>()).add(shown);
                }
            }
        }
        return grouped;
    }

    /** The names of the time intervals that keep a group quiet now. */
    List<String> mutedBy(Group group) {
        return router.byId(group.route())
                .map(Route::hours)
                .map(hours -> plan.calendar().quieting(hours.mute(), hours.active(), now))
                .orElse(List.of());
    }

    String receiverOf(Group group) {
        return router.byId(group.route()).map(Route::receiver).orElse("");
    }
}
