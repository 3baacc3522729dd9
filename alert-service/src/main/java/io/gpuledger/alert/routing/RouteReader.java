package io.gpuledger.alert.routing;

import io.gpuledger.alert.mute.Calendar;
import io.gpuledger.alert.mute.InhibitRule;
import io.gpuledger.alert.route.Grouping;
import io.gpuledger.alert.route.Hours;
import io.gpuledger.alert.route.Matcher;
import io.gpuledger.alert.route.MatcherReader;
import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.route.Timing;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads the routing tree and the inhibition rules. */
final class RouteReader {

    static final int ROUTES_MAX = 10_000;

    private final Set<String> receivers;
    private final Calendar calendar;
    private int routes;

    RouteReader(Set<String> receivers, Calendar calendar) {
        this.receivers = receivers;
        this.calendar = calendar;
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
        Route nothing = new Route("", "", List.of(), "", Grouping.NONE, Timing.DEFAULT, Hours.ALWAYS, false, List.of());
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
        List<YamlSection> below = section.sections("routes");
        section.done();
        String ownKey = Route.keyOf(own.matchers);
        String key = parent.key().isEmpty() ? ownKey : parent.key() + "/" + ownKey;
        Route here = new Route(id, key, own.matchers, receiver, grouping, timing, own.hours, own.goesOn, List.of());
        List<Route> children = new ArrayList<>();
        below.forEach(each -> children.add(child(each, here, id + "/" + children.size())));
        return here.with(children);
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
