package io.gpuledger.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;

/** Alerts of one alert-service or of several, one group each: what was posted to whom, and what a receiver was told. */
final class Pages {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PAUSE_MILLIS = 50;

    private final Set<String> posted = new TreeSet<>();
    private final Sink sink;

    Pages(Sink sink) {
        this.sink = sink;
    }

    /** What routes them: told at once, and again when there is news. */
    String routing() {
        return """
                route:
                  receiver: pager
                  group_by: [alertname]
                  group_wait: 50ms
                  group_interval: 1s
                  repeat_interval: 4h
                receivers:
                  - name: pager
                    webhook_configs: [{url: "%s"}]
                """.formatted(sink.url());
    }

    /** One after the other to each in turn. What is not answered well is posted again, as Prometheus does. */
    void post(String round, int alerts, List<Actor> actors) {
        for (int i = 0; i < alerts; i++) {
            String name = "alert-" + round + "-" + i;
            Actor to = actors.get(i % actors.size());
            Awaitility.await(name + " is posted")
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(PAUSE_MILLIS))
                    .until(() -> to.post("/api/v2/alerts", alert(name)) == 200);
            posted.add(name);
        }
    }

    int posted() {
        return posted.size();
    }

    static String alert(String name) {
        return "[{\"labels\":{\"alertname\":\"" + name + "\"},\"startsAt\":\"" + Instant.EPOCH
                + "\",\"endsAt\":\"2100-01-01T00:00:00Z\"}]";
    }

    void awaitAllTold() {
        Awaitility.await("all are told").atMost(PATIENCE).until(() -> told().containsAll(posted));
    }

    static boolean isDeciding(Actor actor) {
        JsonNode health = actor.get("/q/health/ready");
        return health != null && health.findPath("decides").asBoolean();
    }

    Set<String> told() {
        return sink.taken().stream().map(Pages::name).collect(Collectors.toSet());
    }

    private static String name(Sink.Taken taken) {
        return taken.message().at("/groupLabels/alertname").asText();
    }

    /** Alerts that were told under more than one key: decided twice. */
    Map<String, Set<String>> toldTwice() {
        return sink.taken().stream()
                .collect(Collectors.groupingBy(Pages::name, Collectors.mapping(Sink.Taken::key, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Calls with a key that had been taken already: in flight when somebody died. */
    long again() {
        return sink.taken().size()
                - sink.taken().stream().map(Sink.Taken::key).distinct().count();
    }

    /** The longest time nobody was told anything since, from the kill on. */
    Duration gapAfter(long nanos) {
        long[] moments = sink.taken().stream()
                .mapToLong(Sink.Taken::nanos)
                .filter(at -> at > nanos)
                .sorted()
                .toArray();
        long longest = IntStream.range(0, moments.length)
                .mapToLong(i -> moments[i] - (i == 0 ? nanos : moments[i - 1]))
                .max()
                .orElse(Long.MAX_VALUE);
        return Duration.ofNanos(longest);
    }
}
