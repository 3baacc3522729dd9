package io.gpuledger.alert.desk;

import io.gpuledger.alert.ack.Escalation;
import io.gpuledger.alert.mute.Calendar;
import io.gpuledger.alert.mute.InhibitRule;
import io.gpuledger.alert.notify.Receiver;
import io.gpuledger.alert.route.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The routing file in force, as the rooms need it: no address and no secret.
 *
 * @param version changes when the file does
 * @param receivers by name; every route's is there
 * @param calendar every time interval a route names is there
 * @param resolveTimeout how long an alert without an end is believed that was posted over HTTP
 * @param escalations by name; every escalation a route names is there, and every receiver of one
 * @param quietEnds whether, as with Alertmanager, the end of what was announced is not told while the alert is kept quiet
 * @param wish that somebody had the file read again; absent where it was taken because it changed
 */
public record Plan(
        String version,
        Route root,
        Map<String, Receiver> receivers,
        List<InhibitRule> inhibitRules,
        Calendar calendar,
        Duration resolveTimeout,
        Map<String, Escalation> escalations,
        boolean quietEnds,
        @Nullable Wish wish) {

    /** @param by absent where that is not known */
    public record Wish(@Nullable String by) {}

    public Plan(
            String version,
            Route root,
            Map<String, Receiver> receivers,
            List<InhibitRule> inhibitRules,
            Calendar calendar,
            Duration resolveTimeout) {
        this(version, root, receivers, inhibitRules, calendar, resolveTimeout, Map.of(), false, null);
    }

    public Plan escalating(Map<String, Escalation> named) {
        return new Plan(
                version, root, receivers, inhibitRules, calendar, resolveTimeout, Map.copyOf(named), quietEnds, wish);
    }

    /** The same under another version, so that every group begins anew. */
    public Plan wished(String otherVersion, Wish by) {
        return new Plan(
                otherVersion, root, receivers, inhibitRules, calendar, resolveTimeout, escalations, quietEnds, by);
    }

    public Plan withQuietEnds() {
        return new Plan(version, root, receivers, inhibitRules, calendar, resolveTimeout, escalations, true, wish);
    }

    /** Of a route; one without steps where it has none. */
    public Escalation escalation(Route route) {
        return escalations.getOrDefault(String.valueOf(route.escalation()), Escalation.NONE);
    }

    /** @throws NullPointerException for a name no route has */
    public Receiver receiver(String name) {
        return Objects.requireNonNull(receivers.get(name), name);
    }
}
