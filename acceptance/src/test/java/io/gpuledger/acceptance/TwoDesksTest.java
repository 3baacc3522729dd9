package io.gpuledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * One page, never none: of two instances that tell, either is killed at any moment, and everything is told by the other,
 * once. Whoever is alone and killed goes on where it was.
 */
@Tag("slow")
class TwoDesksTest {

    private static final long SEED = 20261130;
    private static final int KILLS = 2;
    private static final Duration GAP_MAX = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ALERTS_BETWEEN = 20;
    private static final int KILLED_WITHIN_MILLIS = 300;
    private static final int PAUSE_MILLIS = 50;

    private final Random chance = new Random(SEED);
    private final Set<String> posted = new TreeSet<>();
    private final Sink sink;
    private final Stage stage;

    TwoDesksTest() throws IOException {
        sink = new Sink();
        stage = new Stage("two-desks", "", """
                route:
                  receiver: pager
                  group_by: [alertname]
                  group_wait: 50ms
                  group_interval: 1s
                  repeat_interval: 4h
                receivers:
                  - name: pager
                    webhook_configs: [{url: "%s"}]
                """.formatted(sink.url()));
    }

    @AfterEach
    void close() {
        stage.close();
        sink.close();
    }

    @Test
    void whicheverIsKilledTheOtherGoesOnWithinTenSecondsAndTellsNothingTwice() throws Exception {
        Actor one = stage.actor("alert-service", "one", Map.of()).start();
        Actor other = stage.actor("alert-service", "other", Map.of()).start();
        one.awaitReady();
        other.awaitReady();
        for (int kill = 0; kill < KILLS; kill++) {
            awaitCopy(one, other);
            // First the one that decides, then the one that helps it; calls under way are not answered any more.
            boolean decides = kill % 2 == 0;
            Actor dying = isDeciding(one) == decides ? one : other;
            Actor left = dying == one ? other : one;
            sink.hold();
            post(kill + "a", ALERTS_BETWEEN, one, other);
            dying.killAfter(Duration.ofMillis(chance.nextInt(KILLED_WITHIN_MILLIS)));
            long killed = System.nanoTime();
            sink.release();
            post(kill + "b", ALERTS_BETWEEN, left, left);
            awaitAllTold();
            Duration gap = gapAfter(killed);
            System.out.println("killed the one that " + (decides ? "decides" : "helps") + ": longest silence "
                    + gap.toMillis() + " ms, " + again() + " calls repeated so far");
            assertThat(gap).isLessThan(GAP_MAX);
            dying.start().awaitReady();
        }
        assertThat(toldTwice()).isEmpty();
    }

    @Test
    void eitherAnswersAndTakesWhatIsPosted() throws Exception {
        Actor one = stage.actor("alert-service", "one", Map.of()).start();
        Actor other = stage.actor("alert-service", "other", Map.of()).start();
        one.awaitReady();
        other.awaitReady();
        awaitCopy(one, other);
        Actor helper = isDeciding(one) ? other : one;

        assertThat(helper.post("/api/v2/silences", silence("quiet"))).isEqualTo(200);
        assertThat(helper.post("/api/v2/alerts", alert("quiet"))).isEqualTo(200);
        assertThat(helper.post("/api/v2/alerts", alert("loud"))).isEqualTo(200);
        for (Actor each : List.of(one, other)) {
            Awaitility.await("both alerts are shown, one of them silenced, each in its group")
                    .atMost(PATIENCE)
                    .until(() ->
                            states(each.get("/api/v2/alerts")).equals(Map.of("quiet", "suppressed", "loud", "active"))
                                    && size(each.get("/api/v2/alerts/groups")) == 2
                                    && size(each.get("/api/v2/silences")) == 1);
        }
        Awaitility.await("told").atMost(PATIENCE).until(() -> told().contains("loud"));
        assertThat(told()).doesNotContain("quiet");
    }

    @Test
    void aloneAndKilledAtEachStepItGoesOnWhereItWas() throws Exception {
        Actor alone = stage.actor("alert-service", "alone", Map.of()).start().awaitReady();

        sink.dead(true);
        post("decided", 1, alone, alone);
        Awaitility.await("refused").atMost(PATIENCE).until(() -> sink.refused() > 0);
        alone.kill();
        sink.dead(false);
        alone.start().awaitReady();
        awaitAllTold();

        sink.hold();
        post("sent", 1, alone, alone);
        awaitAllTold();
        alone.kill();
        sink.release();
        alone.start().awaitReady();
        Awaitility.await("sent again, under the same key").atMost(PATIENCE).until(() -> again() == 1);

        post("recorded", 1, alone, alone);
        awaitAllTold();
        Awaitility.await("all are recorded").atMost(PATIENCE).until(() -> recorded(alone) == posted.size());
        alone.kill();
        alone.start().awaitReady();
        post("last", 1, alone, alone);
        awaitAllTold();
        assertThat(again()).isEqualTo(1);
        assertThat(toldTwice()).isEmpty();
    }

    private static long recorded(Actor actor) {
        JsonNode said = actor.get("/v1/notifications");
        return said == null
                ? 0
                : said.findValuesAsText("outcome").stream()
                        .filter("delivered"::equals)
                        .count();
    }

    /** Alternately to both. What is not answered well is posted again, as Prometheus does. */
    private void post(String round, int alerts, Actor one, Actor other) {
        for (int i = 0; i < alerts; i++) {
            String name = "alert-" + round + "-" + i;
            Actor to = i % 2 == 0 ? one : other;
            Awaitility.await(name + " is posted")
                    .atMost(PATIENCE)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(PAUSE_MILLIS))
                    .until(() -> to.post("/api/v2/alerts", alert(name)) == 200);
            posted.add(name);
        }
    }

    private static String alert(String name) {
        return "[{\"labels\":{\"alertname\":\"" + name + "\"},\"startsAt\":\"" + Instant.EPOCH
                + "\",\"endsAt\":\"2100-01-01T00:00:00Z\"}]";
    }

    private static String silence(String name) {
        return "{\"matchers\":[{\"name\":\"alertname\",\"value\":\"" + name + "\",\"isRegex\":false}],\"startsAt\":\""
                + Instant.now() + "\",\"endsAt\":\"2100-01-01T00:00:00Z\",\"createdBy\":\"test\",\"comment\":\"test\"}";
    }

    private void awaitAllTold() {
        Awaitility.await("all are told").atMost(PATIENCE).until(() -> told().containsAll(posted));
    }

    private static boolean isDeciding(Actor actor) {
        JsonNode health = actor.get("/q/health/ready");
        return health != null && health.findPath("decides").asBoolean();
    }

    /** Both answer, and exactly one decides. */
    private static void awaitCopy(Actor one, Actor other) {
        Awaitility.await("one decides, and the other has a copy")
                .atMost(PATIENCE)
                .until(() -> isDeciding(one) != isDeciding(other)
                        && one.status("/api/v2/alerts") == 200
                        && other.status("/api/v2/alerts") == 200);
    }

    private Set<String> told() {
        return sink.taken().stream().map(TwoDesksTest::name).collect(Collectors.toSet());
    }

    private static String name(Sink.Taken taken) {
        return taken.message().at("/groupLabels/alertname").asText();
    }

    /** Alerts that were told under more than one key: decided twice. */
    private Map<String, Set<String>> toldTwice() {
        return sink.taken().stream()
                .collect(Collectors.groupingBy(
                        TwoDesksTest::name, Collectors.mapping(Sink.Taken::key, Collectors.toSet())))
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue().size() > 1)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Calls with a key that had been taken already: in flight when somebody died. */
    private long again() {
        return sink.taken().size()
                - sink.taken().stream().map(Sink.Taken::key).distinct().count();
    }

    /** The longest time nobody was told anything since, from the kill on. */
    private Duration gapAfter(long nanos) {
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

    private static int size(@Nullable JsonNode answer) {
        return answer == null ? 0 : answer.size();
    }

    private static Map<String, String> states(@Nullable JsonNode alerts) {
        return alerts == null
                ? Map.of()
                : IntStream.range(0, alerts.size())
                        .boxed()
                        .collect(Collectors.toMap(
                                i -> alerts.get(i).at("/labels/alertname").asText(),
                                i -> alerts.get(i).at("/status/state").asText()));
    }
}
