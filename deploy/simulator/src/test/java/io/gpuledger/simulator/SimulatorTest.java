package io.gpuledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.simulator.scenario.ScenarioFile;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimulatorTest {

    private static final Instant BEGIN = Instant.parse("2026-06-01T12:00:00Z");

    private final SetClock clock = new SetClock(BEGIN);
    private Simulator simulator;
    private Asking asking;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(0, ScenarioFile.demo(), clock);
        asking = new Asking(simulator.baseUrl());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void podsAreShownAsRestV2ShowsThem() throws Exception {
        JsonNode pods = asking.json("/v2/pods").path("pods");

        assertThat(pods).hasSize(7);
        JsonNode first = pods.get(0);
        assertThat(first.path("name").asText()).isEqualTo("research-llm-1");
        assertThat(first.path("status").asText()).isEqualTo("RUNNING");
        assertThat(first.path("cost").decimalValue()).isEqualByComparingTo("2.99");
        assertThat(first.path("startedAt").asText()).isEqualTo("2026-06-01T03:00:00Z");
        assertThat(first.path("mounts").path("persistent").path("size").asInt()).isEqualTo(200);
    }

    @Test
    void aStoppedPodCostsNothingInRestAndKeepsItsPriceInGraphql() throws Exception {
        JsonNode rest = named(asking.json("/v2/pods").path("pods"), "vision-archive-1");
        JsonNode graphql = named(
                asking.data("{ myself { pods { name desiredStatus costPerHr runtime { uptimeInSeconds } } } }")
                        .path("myself")
                        .path("pods"),
                "vision-archive-1");

        assertThat(rest.path("status").asText()).isEqualTo("EXITED");
        assertThat(rest.path("cost").decimalValue()).isEqualByComparingTo("0");
        assertThat(rest.path("runtime").isNull()).isTrue();
        assertThat(graphql.path("costPerHr").decimalValue()).isEqualByComparingTo("0.26");
        assertThat(graphql.path("runtime").isNull()).isTrue();
    }

    @Test
    void theSweepDoublesUpToItsLimitAndVanishes() throws Exception {
        assertThat(sweepAt(19)).isZero();
        assertThat(sweepAt(20)).isEqualTo(1);
        assertThat(sweepAt(25)).isEqualTo(2);
        assertThat(sweepAt(30)).isEqualTo(4);
        assertThat(sweepAt(60)).isEqualTo(200);
        assertThat(sweepAt(149)).isEqualTo(200);
        assertThat(sweepAt(150)).isZero();
    }

    private long sweepAt(int second) throws Exception {
        clock.pass(Duration.between(clock.instant(), BEGIN.plusSeconds(second)));
        return asking.json("/v2/pods").path("pods").findValuesAsText("name").stream()
                .filter(name -> name.startsWith("interns-sweep-"))
                .count();
    }

    @Test
    void theBalanceStandsStillBetweenCharges() throws Exception {
        BigDecimal first = balance();
        clock.pass(Duration.ofSeconds(299));
        BigDecimal before = balance();
        clock.pass(Duration.ofSeconds(1));
        BigDecimal after = balance();
        clock.pass(Duration.ofSeconds(200));

        assertThat(first).isEqualByComparingTo("5000");
        assertThat(before).isEqualByComparingTo(first);
        assertThat(after).isLessThan(first);
        assertThat(balance()).isEqualByComparingTo(after);
    }

    private BigDecimal balance() throws Exception {
        return asking.data("{ myself { clientBalance } }")
                .path("myself")
                .path("clientBalance")
                .decimalValue();
    }

    @Test
    void whatIsBilledIsWhatLeavesTheBalance() throws Exception {
        clock.pass(Duration.ofMinutes(10));
        JsonNode bill = asking.json("/v2/billing/pods?bucketSize=hour&startTime=2026-06-01T12:00:00Z");

        BigDecimal total =
                bill.path("metadata").path("totals").path("totalAmount").decimalValue();
        assertThat(new BigDecimal("5000").subtract(balance())).isEqualByComparingTo(total);
        assertThat(total).isPositive();
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode record : bill.path("records")) {
            sum = sum.add(record.path("totalAmount").decimalValue());
        }
        assertThat(sum).isCloseTo(total, org.assertj.core.data.Offset.offset(new BigDecimal("0.0000001")));
    }

    @Test
    void aPodIsStoppedResumedAndTerminated() throws Exception {
        String id = named(asking.json("/v2/pods").path("pods"), "web-inference-1")
                .path("id")
                .asText();
        clock.pass(Duration.ofSeconds(1));

        JsonNode stopped = asking.data("mutation { podStop(input: {podId: \"" + id + "\"}) { id desiredStatus } }");
        assertThat(stopped.path("podStop").path("desiredStatus").asText()).isEqualTo("EXITED");
        assertThat(asking.json("/v2/pods/" + id).path("status").asText()).isEqualTo("EXITED");

        clock.pass(Duration.ofSeconds(1));
        var started = asking.send(
                "POST", "/v2/pods/" + id + "/action", "{\"action\":\"start\"}", "Authorization", "Bearer simulated");
        assertThat(Asking.read(started.body()).path("startedAt").asText()).isEqualTo("2026-06-01T12:00:02Z");

        String gone = asking.ask("mutation { podTerminate(input: {podId: \"" + id + "\"}) }")
                .body();
        assertThat(Asking.read(gone)).isEqualTo(Asking.read("{\"data\":{\"podTerminate\":null}}"));
        assertThat(asking.get("/v2/pods/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aFieldThatDoesNotExistIsABadQuestion() throws Exception {
        var answer = asking.ask("{ gpuTypes { lowestPrice { interruptablePrice } } }");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Cannot query field \\\"interruptablePrice\\\" on type \\\"LowestPrice\\\".")
                .contains("GRAPHQL_VALIDATION_FAILED");
    }

    @Test
    void onlyWhatIsAskedForIsAnswered() throws Exception {
        JsonNode data = asking.data("query Q { me: myself { left: clientBalance } }");

        assertThat(data).isEqualTo(Asking.read("{\"me\":{\"left\":5000.0000000000}}"));
    }

    @Test
    void theKeyIsTakenFromTheHeaderOrTheQueryAndAskedForEverywhere() throws Exception {
        assertThat(asking.send("GET", "/v2/pods?api_key=simulated", "").statusCode())
                .isEqualTo(200);
        assertThat(asking.send("GET", "/v2/pods", "").statusCode()).isEqualTo(401);
        assertThat(asking.send("GET", "/v2/pods?api_key=other", "").statusCode())
                .isEqualTo(401);
        var anonymous = asking.send("POST", "/graphql", "{\"query\":\"{ myself { id } }\"}");
        assertThat(anonymous.body()).isEqualTo("{\"data\":{\"myself\":null}}");
    }

    @Test
    void everyAnswerOfRestTellsWhatIsLeftOfTheRateLimit() throws Exception {
        assertThat(asking.get("/v2/catalog/gpus").headers().firstValue("RateLimit"))
                .hasValue("\"minute\";r=179;t=60");
    }

    @Test
    void theSameBeginContinuesTheScenarioAfterARestart() throws Exception {
        clock.pass(Duration.ofMinutes(20));
        BigDecimal before = balance();
        simulator.close();

        simulator = Simulator.start(
                new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0),
                ScenarioFile.demo(),
                clock,
                BEGIN);
        asking = new Asking(simulator.baseUrl());
        assertThat(balance()).isEqualByComparingTo(before);
    }

    private static JsonNode named(JsonNode pods, String name) {
        for (JsonNode pod : pods) {
            if (pod.path("name").asText().equals(name)) {
                return pod;
            }
        }
        throw new AssertionError("no pod is called " + name);
    }
}
