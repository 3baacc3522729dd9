package io.gpuledger.alert.route;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A node of the routing tree, with what it inherits already in it.
 *
 * @param id its place in the tree: {@code 0}, {@code 0/2}, {@code 0/2/1}
 * @param key the matchers on the way to it, as group keys begin
 * @param hours when it may speak
 * @param escalation the name of who is told while nobody acknowledges; absent for nobody
 * @param goesOn whether siblings behind it are tried too ({@code continue})
 */
public record Route(
        String id,
        String key,
        List<Matcher> matchers,
        String receiver,
        Grouping grouping,
        Timing timing,
        Hours hours,
        @Nullable String escalation,
        boolean goesOn,
        List<Route> routes) {

    /** It and what is below it. */
    public Route with(List<Route> children) {
        return new Route(
                id, key, matchers, receiver, grouping, timing, hours, escalation, goesOn, List.copyOf(children));
    }

    public static String keyOf(List<Matcher> matchers) {
        return matchers.stream()
                .sorted(Matcher.ORDER)
                .map(Matcher::toString)
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** The identity of a group at the receiver: {@code {}/{severity="page"}:{owner="ml"}}. */
    public String groupKey(SortedMap<String, String> groupLabels) {
        return key
                + groupLabels.entrySet().stream()
                        .map(label -> label.getKey() + "=" + Quoted.text(label.getValue()))
                        .collect(Collectors.joining(", ", ":{", "}"));
    }

    boolean takes(Map<String, String> labels) {
        return matchers.stream().allMatch(matcher -> matcher.matches(labels));
    }
}
