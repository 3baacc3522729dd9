package io.gpuledger.alert.routing;

import io.gpuledger.alert.ack.Escalation;
import io.gpuledger.alert.ack.Escalation.Step;
import io.gpuledger.alert.mute.Calendar;
import io.gpuledger.alert.mute.InhibitRule;
import io.gpuledger.alert.route.Grouping;
import io.gpuledger.alert.route.Hours;
import io.gpuledger.alert.route.Matcher;
import io.gpuledger.alert.route.MatcherReader;
import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.route.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads the routing tree, the escalations and the inhibition rules. */
final class RouteReader {

    static final int ROUTES_MAX = 10_000;
    static final int ESCALATIONS_MAX = 100;

    private final Set<String> receivers;
    private final Calendar calendar;
    private final Map<String, Escalation> escalations = new TreeMap<>();
    private int routes;

    RouteReader(Set<String> receivers, Calendar calendar) {
        this.receivers = receivers;
        this.calendar = calendar;
    }

    /** Ours: who is told besides while nobody acknowledges. To be read before the routes that name them. */
    Map<String, Escalation> escalations(List<YamlSection> sections) {
        for (YamlSection section : sections) {
            Escalation read = escalation(section);
            if (escalations.put(read.name(), read) != null) {
                throw section.refusedAt("name", "escalation name \"" + read.name() + "\" is not unique");
            }
            if (escalations.size() > ESCALATIONS_MAX) {
                throw section.refusedAt("name", "escalations must be at most " + ESCALATIONS_MAX);
            }
        }
        return escalations;
    }

    private Escalation escalation(YamlSection section) {
        String name = section.text("name", "");
        if (name.isEmpty()) {
            throw section.refusedAt("name", "missing name in escalation");
        }
        List<Step> steps = new ArrayList<>();
        section.sections("steps").forEach(each -> steps.add(step(each)));
        if (steps.isEmpty()) {
            throw section.refusedAt("steps", "steps needs at least one");
        }
        section.done();
        return section.checked("steps", () -> new Escalation(name, steps));
    }

    private Step step(YamlSection section) {
        if (!section.has("wait")) {
            throw section.refusedAt("wait", "wait is required");
        }
        Duration wait = section.duration("wait", Duration.ZERO);
        String receiver = section.text("receiver", "");
        if (!receivers.contains(receiver)) {
            throw section.refusedAt("receiver", "undefined receiver \"" + receiver + "\" used in escalation");
        }
        section.done();
        return section.checked("wait", () -> new Step(wait, receiver));
    }

    Route root(YamlSection section) {
        List<Matcher> matchers = matchers(section, "matchers", "match", "match_re");
        if (!matchers.isEmpty()) {
            throw section.refusedAt("matchers", "root route must not have any matchers");
        }
        refuseIntervals(section, "root route must not have any ");
        if (section.flag("continue", false)) {
            throw section.refusedAt("continue", "cannot have continue in root route");
        }
        Route nothing =
                new Route("", "", List.of(), "", Grouping.NONE, Timing.DEFAULT, Hours.ALWAYS, null, false, List.of());
        return route(section, nothing, "0", new Own(List.of(), Hours.ALWAYS, false));
    }

    private Route child(YamlSection section, Route parent, String id) {
        List<Matcher> matchers = matchers(section, "matchers", "match", "match_re");
        Hours hours = new Hours(intervals(section, "mute_time_intervals"), intervals(section, "active_time_intervals"));
        return route(section, parent, id, new Own(matchers, hours, section.flag("continue", false)));
    }

    /** What a route does not inherit. */
    private record Own(List<Matcher> matchers, Hours hours, boolean goesOn) {}

    private Route route(YamlSection section, Route parent, String id, Own own) {
        if (++routes > ROUTES_MAX) {
            throw section.refusedAt("routes", "must be at most " + ROUTES_MAX + " routes");
        }
        String named = section.text("receiver", "");
        String receiver = named.isEmpty() ? parent.receiver() : named;
        if (receiver.isEmpty()) {
            throw section.refusedAt("receiver", "root route must specify a default receiver");
        }
        if (!receivers.contains(receiver)) {
            throw section.refusedAt("receiver", "undefined receiver \"" + receiver + "\" used in route");
        }
        List<String> names = section.texts("group_by");
        Grouping grouping = names == null ? parent.grouping() : section.checked("group_by", () -> Grouping.by(names));
        Timing timing = timing(section, parent.timing());
        String escalation = escalation(section, parent.escalation());
        List<YamlSection> below = section.sections("routes");
        section.done();
        String ownKey = Route.keyOf(own.matchers);
        String key = parent.key().isEmpty() ? ownKey : parent.key() + "/" + ownKey;
        Route here = new Route(
                id, key, own.matchers, receiver, grouping, timing, own.hours, escalation, own.goesOn, List.of());
        List<Route> children = new ArrayList<>();
        below.forEach(each -> children.add(child(each, here, id + "/" + children.size())));
        return here.with(children);
    }

    /** An empty name is none. */
    private @Nullable String escalation(YamlSection section, @Nullable String inherited) {
        String named = section.text("escalation");
        if (named == null || named.isEmpty()) {
            return named == null ? inherited : null;
        }
        if (!escalations.containsKey(named)) {
            throw section.refusedAt("escalation", "undefined escalation \"" + named + "\" used in route");
        }
        return named;
    }

    private static Timing timing(YamlSection section, Timing parent) {
        var wait = section.duration("group_wait", parent.groupWait());
        var interval = section.duration("group_interval", parent.groupInterval());
        var repeat = section.duration("repeat_interval", parent.repeatInterval());
        return section.checked("group_interval", () -> new Timing(wait, interval, repeat));
    }

    private static void refuseIntervals(YamlSection section, String why) {
        for (String name : List.of("mute_time_intervals", "active_time_intervals")) {
            List<String> intervals = section.texts(name);
            if (intervals != null && !intervals.isEmpty()) {
                throw section.refusedAt(name, why + name.replace('_', ' '));
            }
        }
    }

    private List<String> intervals(YamlSection section, String field) {
        List<String> names = section.texts(field);
        for (String name : names == null ? List.<String>of() : names) {
            if (!calendar.intervals().containsKey(name)) {
                throw section.refusedAt(field, "undefined time interval \"" + name + "\" used in route");
            }
        }
        return names == null ? List.of() : names;
    }

    InhibitRule inhibitRule(YamlSection section) {
        section.text("name");
        List<Matcher> source = matchers(section, "source_matchers", "source_match", "source_match_re");
        List<Matcher> target = matchers(section, "target_matchers", "target_match", "target_match_re");
        List<String> equal = section.texts("equal");
        if (equal != null && equal.contains("")) {
            throw section.refusedAt("equal", "equal has a label name that is empty");
        }
        section.done();
        return new InhibitRule(source, target, equal == null ? List.of() : List.copyOf(equal));
    }

    private static List<Matcher> matchers(YamlSection section, String list, String equal, String regex) {
        List<Matcher> matchers = new ArrayList<>();
        section.map(equal)
                .forEach((name, value) ->
                        matchers.add(section.checked(equal, () -> new Matcher(name, Matcher.Kind.EQUAL, value))));
        section.map(regex)
                .forEach((name, value) ->
                        matchers.add(section.checked(regex, () -> new Matcher(name, Matcher.Kind.MATCHES, value))));
        List<String> texts = section.texts(list);
        if (texts != null) {
            texts.forEach(text -> matchers.addAll(section.checked(list, () -> MatcherReader.all(text))));
        }
        return List.copyOf(matchers);
    }
}
