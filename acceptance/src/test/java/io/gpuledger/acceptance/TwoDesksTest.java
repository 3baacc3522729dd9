package io.gpuledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    private final Random chance = new Random(SEED);
    private final Sink sink;
    private final Pages pages;
    private final Stage stage;

    TwoDesksTest() throws IOException {
        sink = new Sink();
        pages = new Pages(sink);
        stage = new Stage("two-desks", "", pages.routing());
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
            Actor dying = Pages.isDeciding(one) == decides ? one : other;
            Actor left = dying == one ? other : one;
            sink.hold();
            pages.post(kill + "a", ALERTS_BETWEEN, List.of(one, other));
            dying.killAfter(Duration.ofMillis(chance.nextInt(KILLED_WITHIN_MILLIS)));
            long killed = System.nanoTime();
            sink.release();
            pages.post(kill + "b", ALERTS_BETWEEN, List.of(left));
            pages.awaitAllTold();
            Duration gap = pages.gapAfter(killed);
            System.out.println("killed the one that " + (decides ? "decides" : "helps") + ": longest silence "
                    + gap.toMillis() + " ms, " + pages.again() + " calls repeated so far");
            assertThat(gap).isLessThan(GAP_MAX);
            dying.start().awaitReady();
        }
        assertThat(pages.toldTwice()).isEmpty();
    }

    @Test
    void eitherAnswersAndTakesWhatIsPosted() throws Exception {
        Actor one = stage.actor("alert-service", "one", Map.of()).start();
        Actor other = stage.actor("alert-service", "other", Map.of()).start();
        one.awaitReady();
        other.awaitReady();
        awaitCopy(one, other);
        Actor helper = Pages.isDeciding(one) ? other : one;

        assertThat(helper.post("/api/v2/silences", silence("quiet"))).isEqualTo(200);
        assertThat(helper.post("/api/v2/alerts", Pages.alert("quiet"))).isEqualTo(200);
        assertThat(helper.post("/api/v2/alerts", Pages.alert("loud"))).isEqualTo(200);
        for (Actor each : List.of(one, other)) {
            Awaitility.await("both alerts are shown, one of them silenced, each in its group")
                    .atMost(PATIENCE)
                    .until(() ->
                            states(each.get("/api/v2/alerts")).equals(Map.of("quiet", "suppressed", "loud", "active"))
                                    && size(each.get("/api/v2/alerts/groups")) == 2
                                    && size(each.get("/api/v2/silences")) == 1);
        }
        Awaitility.await("told").atMost(PATIENCE).until(() -> pages.told().contains("loud"));
        assertThat(pages.told()).doesNotContain("quiet");
    }

    @Test
    void aloneAndKilledAtEachStepItGoesOnWhereItWas() throws Exception {
        Actor alone = stage.actor("alert-service", "alone", Map.of()).start().awaitReady();

        sink.dead(true);
        pages.post("decided", 1, List.of(alone));
        Awaitility.await("refused").atMost(PATIENCE).until(() -> sink.refused() > 0);
        alone.kill();
        sink.dead(false);
        alone.start().awaitReady();
        pages.awaitAllTold();

        sink.hold();
        pages.post("sent", 1, List.of(alone));
        pages.awaitAllTold();
        alone.kill();
        sink.release();
        alone.start().awaitReady();
        Awaitility.await("sent again, under the same key").atMost(PATIENCE).until(() -> pages.again() == 1);

        pages.post("recorded", 1, List.of(alone));
        pages.awaitAllTold();
        Awaitility.await("all are recorded").atMost(PATIENCE).until(() -> recorded(alone) == pages.posted());
        alone.kill();
        alone.start().awaitReady();
        pages.post("last", 1, List.of(alone));
        pages.awaitAllTold();
        assertThat(pages.again()).isEqualTo(1);
        assertThat(pages.toldTwice()).isEmpty();
    }

    private static long recorded(Actor actor) {
        JsonNode said = actor.get("/v1/notifications");
        return said == null
                ? 0
                : said.findValuesAsText("outcome").stream()
                        .filter("delivered"::equals)
                        .count();
    }

    private static String silence(String name) {
        return "{\"matchers\":[{\"name\":\"alertname\",\"value\":\"" + name + "\",\"isRegex\":false}],\"startsAt\":\""
                + Instant.now() + "\",\"endsAt\":\"2100-01-01T00:00:00Z\",\"createdBy\":\"test\",\"comment\":\"test\"}";
    }

    /** Both answer, and exactly one decides. */
    private static void awaitCopy(Actor one, Actor other) {
        Awaitility.await("one decides, and the other has a copy")
                .atMost(PATIENCE)
                .until(() -> Pages.isDeciding(one) != Pages.isDeciding(other)
                        && one.status("/api/v2/alerts") == 200
                        && other.status("/api/v2/alerts") == 200);
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
