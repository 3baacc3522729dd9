package io.gpuledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Law 5: kill -9 at a seed's moments under load changes no number and repeats no crossing; and where two instances are, the
 * other one answers for both.
 */
@Tag("slow")
class UnderFireTest {

    private static final long SEED = 20261120;
    private static final int KILLS = 4;
    private static final int KILLED_WITHIN_MILLIS = 100;
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(60);
    /** Less than the dead one's group takes to notice, which is 6 s: so it is the standby that answers. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);
    private static final String ROUTING = """
            route: {receiver: nobody}
            receivers: [{name: nobody}]
            """;

    private final Random chance = new Random(SEED);
    private final RunAway runAway = new RunAway(chance);

    @Test
    void killedAgainAndAgainItCountsTheSameAndTellsEachCrossingOnce() throws Exception {
        try (Stage stage = new Stage("under-fire", RunAway.CONFIGURATION, ROUTING);
                TopicLog log = new TopicLog()) {
            Actor ledger = stage.actor("ledger-service").start().awaitReady();
            int slice = RunAway.MINUTES / KILLS;
            long told = 0;
            for (int kill = 0; kill < KILLS; kill++) {
                List<History.Sent> part = runAway.told(kill * slice, (kill + 1) * slice);
                long moment = told + 1 + chance.nextInt(part.size() - 1);
                CompletableFuture<Void> telling = CompletableFuture.runAsync(() -> tell(part));
                awaitRead(log, moment);
                ledger.killAfter(Duration.ofMillis(chance.nextInt(KILLED_WITHIN_MILLIS)));
                telling.join();
                told += part.size();
                System.out.println(
                        "killed after " + log.read() + " of " + told + " records; it was meant to be after " + moment);
                ledger.start();
            }
            tell(runAway.told(RunAway.MINUTES, RunAway.MINUTES + 1));

            awaitTotal(ledger, RunAway.MINUTES, COUNTED_WITHIN);
            assertThat(TopicLog.crossings())
                    .hasSize(8)
                    .containsExactlyInAnyOrderElementsOf(runAway.crossings(RunAway.MINUTES));
        }
    }

    @Test
    void ofTwoInstancesTheOtherAnswersForTheOneThatIsKilled() throws Exception {
        try (Stage stage = new Stage("two-instances", RunAway.CONFIGURATION, ROUTING);
                TopicLog log = new TopicLog()) {
            int half = RunAway.MINUTES / 2;
            Actor one = stage.actor("ledger-service", "one", Map.of("GPU_LEDGER_STANDBY_REPLICAS", "1"))
                    .start();
            Actor other = stage.actor("ledger-service", "other", Map.of("GPU_LEDGER_STANDBY_REPLICAS", "1"))
                    .start();
            one.awaitReady();
            other.awaitReady();
            Awaitility.await("each has partitions of the books")
                    .atMost(COUNTED_WITHIN)
                    .until(() -> log.books().size() == 2 && !log.books().contains(0L));
            tell(runAway.told(0, half + 1));
            awaitTotal(one, half, COUNTED_WITHIN);
            awaitTotal(other, half, COUNTED_WITHIN);

            one.kill();
            long killed = System.nanoTime();
            awaitTotal(other, half, ANSWERED_WITHIN);
            System.out.println("the other answered for both after "
                    + Duration.ofNanos(System.nanoTime() - killed).toMillis() + " ms");

            tell(runAway.told(half + 1, RunAway.MINUTES + 1));
            awaitTotal(other, RunAway.MINUTES, COUNTED_WITHIN);
            System.out.println("and had taken over after "
                    + Duration.ofNanos(System.nanoTime() - killed).toMillis() + " ms");
            assertThat(TopicLog.crossings())
                    .hasSize(8)
                    .containsExactlyInAnyOrderElementsOf(runAway.crossings(RunAway.MINUTES));
        }
    }

    private static void tell(List<History.Sent> events) {
        try {
            History.publish(events);
        } catch (Exception e) {
            throw new IllegalStateException("the load could not be told", e);
        }
    }

    /** Waits until the ledger has committed so many of the load's records. */
    private static void awaitRead(TopicLog log, long moment) {
        Awaitility.await("the ledger has read " + moment)
                .atMost(COUNTED_WITHIN)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> log.read() >= moment);
    }

    /** Waits for a whole answer of a minute's ledger time, and for the total that must stand in it. */
    private void awaitTotal(Actor ledger, int minute, Duration within) {
        String path = "/v1/costs?from=" + RunAway.FROM + "&to=" + runAway.at(minute);
        Awaitility.await("all of it is counted, to the last unit")
                .atMost(within)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    JsonNode all = ledger.get(path);
                    JsonNode owner = ledger.get(path + "&owner=" + RunAway.OWNER);
                    String told = ledgerTime(all) + " " + units(all) + " " + units(owner);
                    String spent = runAway.spent(minute).units().toString();
                    assertThat(told).isEqualTo(runAway.at(minute) + " " + spent + " " + spent);
                });
    }

    private static String ledgerTime(@Nullable JsonNode answer) {
        return answer == null ? "none" : answer.path("ledgerTime").asText();
    }

    private static String units(@Nullable JsonNode answer) {
        return answer == null
                ? "none"
                : answer.path("total").path("cost").path("units").asText();
    }
}
