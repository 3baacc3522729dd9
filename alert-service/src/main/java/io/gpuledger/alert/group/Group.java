package io.gpuledger.alert.group;

import io.gpuledger.alert.route.Route;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Alerts of one route with the same group labels, and when they are looked at next.
 *
 * @param id unique among groups: two routes may have groups of one key
 * @param key the identity at the receiver
 */
public record Group(String id, String route, String key, Map<String, String> labels, Instant dueAt) {

    public Group {
        labels = new TreeMap<>(labels);
    }

    public static String idOf(Route route, SortedMap<String, String> labels) {
        return idOf(route, route.groupKey(labels));
    }

    static String idOf(Route route, String key) {
        return route.id() + "|" + key;
    }

    /** The instant this look counts as: when it was due, so that ticks do not drift; now where that is long past. */
    public Instant tickAt(Instant now, Duration interval) {
        return dueAt.isBefore(now.minus(interval)) ? now : dueAt;
    }

    public Group dueAgainAt(Instant next) {
        return new Group(id, route, key, labels, next);
    }
}
