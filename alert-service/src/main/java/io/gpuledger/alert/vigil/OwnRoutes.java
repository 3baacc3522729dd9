package io.gpuledger.alert.vigil;

import io.gpuledger.alert.alert.Beat;
import io.gpuledger.alert.desk.Plan;
import io.gpuledger.alert.notify.Hashes;
import io.gpuledger.alert.notify.Integration;
import io.gpuledger.alert.notify.Receiver;
import io.gpuledger.alert.route.Grouping;
import io.gpuledger.alert.route.Hours;
import io.gpuledger.alert.route.Matcher;
import io.gpuledger.alert.route.Route;
import io.gpuledger.alert.route.Router;
import io.gpuledger.alert.route.Timing;
import io.gpuledger.alert.routing.InvalidRouting;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.sink.heartbeat.HeartbeatSettings;
import io.gpuledger.common.event.Alert;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Routes that no file need have, before all of the file's: the heartbeat to its address; and of a receiver that fails to the
 * fallback, where the file would tell nobody but that receiver.
 */
public final class OwnRoutes {

    private static final String FALLBACK = "GPU_LEDGER_ALERT_FALLBACK_RECEIVER";

    private OwnRoutes() {}

    /** @throws InvalidRouting where the file has no such fallback */
    public static RoutingFile in(RoutingFile file, VigilSettings settings) {
        Plan plan = file.plan();
        Map<String, Receiver> receivers = new TreeMap<>(plan.receivers());
        Map<String, SinkSettings> sinks = new TreeMap<>(file.sinks());
        List<Route> own = new ArrayList<>();
        settings.heartbeat().ifPresent(beat -> {
            own.add(heartbeat(plan.root(), beat));
            receivers.put(Beat.NAME, new Receiver(Beat.NAME, List.of(new Integration(Beat.INTEGRATION, 0, false))));
            sinks.put(RoutingFile.sinkKey(Beat.NAME, Beat.INTEGRATION, 0), beat);
        });
        settings.fallback().ifPresent(name -> own.addAll(fallback(plan, name)));
        if (own.isEmpty()) {
            return file;
        }
        String version = plan.version() + "/"
                + Hashes.sha256(
                        settings.fallback().orElse(""),
                        settings.heartbeat()
                                .map(beat -> beat.every().toString())
                                .orElse(""));
        List<Route> routes = new ArrayList<>(own);
        routes.addAll(plan.root().routes());
        Plan with = new Plan(
                version,
                plan.root().with(routes),
                receivers,
                plan.inhibitRules(),
                plan.calendar(),
                plan.resolveTimeout(),
                plan.escalations(),
                plan.quietEnds(),
                plan.wish());
        return new RoutingFile(with, Map.copyOf(sinks), file.shown());
    }

    private static Route heartbeat(Route root, HeartbeatSettings beat) {
        List<Matcher> matchers = List.of(new Matcher(Alert.NAME, Matcher.Kind.EQUAL, Beat.NAME));
        Duration every = beat.every();
        // A repeat is told at the first look after its interval, and every look shall tell.
        Timing timing = new Timing(Duration.ZERO, every, every.dividedBy(2));
        return new Route(
                root.id() + "/" + Beat.INTEGRATION,
                root.key() + "/" + Route.keyOf(matchers),
                matchers,
                Beat.NAME,
                Grouping.NONE,
                timing,
                Hours.ALWAYS,
                null,
                false,
                List.of());
    }

    private static List<Route> fallback(Plan plan, String name) {
        if (!plan.receivers().containsKey(name)) {
            throw new InvalidRouting(FALLBACK + ": the routing file has no receiver \"" + name + "\"", null);
        }
        return alone(plan).stream()
                .filter(dead -> !dead.equals(name))
                .map(dead -> toFallback(plan.root(), dead, name))
                .toList();
    }

    private static Route toFallback(Route root, String dead, String fallback) {
        List<Matcher> matchers = List.of(
                new Matcher(Alert.NAME, Matcher.Kind.EQUAL, FailingAlert.NAME),
                new Matcher(FailingAlert.RECEIVER, Matcher.Kind.EQUAL, dead));
        return new Route(
                root.id() + "/fallback/" + dead,
                root.key() + "/" + Route.keyOf(matchers),
                matchers,
                fallback,
                Grouping.by(List.of(Alert.NAME, FailingAlert.RECEIVER, FailingAlert.INTEGRATION)),
                root.timing(),
                Hours.ALWAYS,
                null,
                false,
                List.of());
    }

    /** Receivers of whose failing nobody else is told. */
    public static Set<String> alone(Plan plan) {
        Set<String> alone = new TreeSet<>();
        plan.receivers()
                .values()
                .forEach(receiver -> receiver.integrations().stream()
                        .map(integration -> new Watched(receiver.name(), integration.kind()))
                        .filter(who -> toldOf(plan, who).isEmpty())
                        .forEach(who -> alone.add(who.receiver())));
        return alone;
    }

    /** Who else is told where this one fails. */
    static Set<String> toldOf(Plan plan, Watched who) {
        Set<String> told = new TreeSet<>();
        new Router(plan.root())
                .routesOf(FailingAlert.labels(who)).stream()
                        .map(Route::receiver)
                        .filter(name -> !name.equals(who.receiver()))
                        .filter(name -> !plan.receiver(name).integrations().isEmpty())
                        .forEach(told::add);
        return told;
    }
}
