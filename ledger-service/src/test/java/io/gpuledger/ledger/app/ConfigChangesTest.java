package io.gpuledger.ledger.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PodState;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.Tier;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.testing.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a change of the configuration does to what is shown, on a real broker. */
@QuarkusTest
class ConfigChangesTest {

    private static final AccountRef ACCOUNT = new AccountRef("runpod", "z-lab");
    private static final Instant T = Instant.parse("2026-11-18T10:00:00Z");
    private static final Instant HOUR = T.plusSeconds(3600);
    private static final int PARTITIONS = 4;
    private static final String RULE = "/v1/rules/z-lab-is-low";

    private KafkaProducer<String, byte[]> producer;

    @BeforeEach
    void aPodRanForAnHour() {
        TestBroker.createTopics();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer());
        send(Topics.PODS, pod(), null);
        markers(T, 1);
        markers(HOUR, 0);
        soon().until(() -> when().get("/v1/config").path("version") instanceof Integer version && version > 0);
        soon().untilAsserted(() -> costs().body("rows[0].group.owner", equalTo("unattributed")));
    }

    @AfterEach
    void close() {
        producer.close();
    }

    @Test
    void anOwnerRuleRestatesThePastAndABudgetIsThePlanOfItsBurn() {
        given().body("{\"rules\": [{\"owner\": \"z-owner\", \"namePattern\": \"z-*\"}]}")
                .put("/v1/owners")
                .then()
                .statusCode(201);
        soon().untilAsserted(() -> costs().body("rows", hasSize(1))
                .body("rows[0].group.owner", equalTo("z-owner"))
                .body("total.cost.usd", equalTo("1.200000000")));

        given().body("{\"owner\": \"z-owner\", \"amount\": 24, \"period\": \"day\"}")
                .put("/v1/budgets/z")
                .then()
                .statusCode(201);
        soon().untilAsserted(() -> when().get("/v1/burn/z-owner").then().body("plan", equalTo("1")));

        delete("/v1/budgets/z");
        delete("/v1/owners");
        soon().untilAsserted(() -> costs().body("rows[0].group.owner", equalTo("unattributed")));
    }

    @Test
    void aRuleShowsWhereItStandsAndClearsWhenItIsDeleted() {
        String rule =
                "{\"metric\": \"balance\", \"scope\": \"account/runpod/z-lab\", \"below\": 50, \"severity\": \"page\"}";
        given().body(rule).put(RULE).then().statusCode(201);
        standing().body("state", equalTo("ok")).body("standings", hasSize(0));

        long[] at = {HOUR.toEpochMilli()};
        soon().untilAsserted(() -> {
            at[0]++;
            balance(Instant.ofEpochMilli(at[0]), at[0] % 2 == 0 ? "10" : "20");
            standing()
                    .body("state", equalTo("firing"))
                    .body("standings", hasSize(1))
                    .body("standings[0].state", equalTo("firing"))
                    .body("standings[0].scope.name", equalTo("runpod/z-lab"));
        });

        delete(RULE);
        given().body(rule.replace("50", "5")).put(RULE).then().statusCode(201);
        soon().untilAsserted(() -> standing().body("state", equalTo("ok")));
        delete(RULE);
    }

    private static ValidatableResponse standing() {
        return when().get("/v1/rules").then().statusCode(200).rootPath("find { it.name == 'z-lab-is-low' }");
    }

    private static ValidatableResponse costs() {
        return given().queryParam("from", T.toString())
                .queryParam("to", HOUR.toString())
                .queryParam("groupBy", "owner")
                .get("/v1/costs")
                .then()
                .statusCode(200);
    }

    private static void delete(String address) {
        String version = when().get(address).then().statusCode(200).extract().header("ETag");
        given().header("If-Match", version).delete(address).then().statusCode(204);
    }

    private static ConditionFactory soon() {
        return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }

    private void balance(Instant at, String dollars) {
        send(Topics.ACCOUNTS, new AccountObserved(ACCOUNT, at, Money.ofDollars(dollars), null, null), null);
    }

    private void markers(Instant at, int pods) {
        int home = Utils.toPositive(Utils.murmur2(pod().key().getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int here = partition == home ? pods : 0;
            send(Topics.PODS, new PollCompleted(ACCOUNT, at, here, partition, PARTITIONS), partition);
        }
    }

    private static PodObserved pod() {
        return new PodObserved(
                ACCOUNT,
                "z-pod",
                T,
                PodState.RUNNING,
                null,
                "z-trainer",
                "NVIDIA L4",
                1000,
                Tier.ON_DEMAND,
                null,
                HourlyRate.ofDollars("1.20"),
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                null,
                Map.of());
    }

    private void send(String topic, Event event, @Nullable Integer partition) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, event.key(), null);
        byte[] value = new EventSerde<>(Event.class, "/test").serialize(topic, record.headers(), event);
        try {
            producer.send(new ProducerRecord<>(topic, partition, event.key(), value, record.headers()))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("not acknowledged", e);
        }
    }
}
