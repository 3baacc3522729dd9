package io.gpuledger.ledger.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;

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
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker: what is published comes back as cost, and what cannot be read is not lost. */
@QuarkusTest
class LedgerServiceTest {

    private static final AccountRef ACCOUNT = new AccountRef("runpod", "main");
    private static final Instant T = Instant.parse("2026-09-20T10:00:00Z");
    private static final int PARTITIONS = 4;

    private static boolean told;

    /** Once; before each test and not before all, because only then the port of the service is known. */
    @BeforeEach
    void aPodRanForAnHour() {
        if (told) {
            return;
        }
        told = true;
        TestBroker.createTopics();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            send(producer, Topics.PODS, running(T), null);
            markers(producer, T);
            send(producer, Topics.ACCOUNTS, new AccountObserved(ACCOUNT, T, Money.ofDollars("100"), null, null), null);
            markers(producer, T.plusSeconds(3600));
            sent(producer.send(new ProducerRecord<>(Topics.PODS, "poison", "{".getBytes(StandardCharsets.UTF_8))));
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> when().get("/v1/burn/unattributed").statusCode() == 200
                        && T.plusSeconds(3600)
                                .toString()
                                .equals(when().get("/v1/accounts")
                                        .path("find { it.account.name == 'main' && it.account.provider == 'runpod' }"
                                                + ".polledUntil")));
    }

    private static PodObserved running(Instant at) {
        return new PodObserved(
                ACCOUNT,
                "pod-1",
                at,
                PodState.RUNNING,
                null,
                "trainer",
                "NVIDIA L4",
                2000,
                Tier.ON_DEMAND,
                null,
                HourlyRate.ofDollars("0.86"),
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                null,
                Map.of());
    }

    private static void markers(KafkaProducer<String, byte[]> producer, Instant at) {
        int home = Utils.toPositive(Utils.murmur2(running(at).key().getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int pods = at.equals(T) && partition == home ? 1 : 0;
            send(producer, Topics.PODS, new PollCompleted(ACCOUNT, at, pods, partition, PARTITIONS), partition);
        }
    }

    private static void send(
            KafkaProducer<String, byte[]> producer,
            String topic,
            Event event,
            @org.jspecify.annotations.Nullable Integer partition) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, event.key(), null);
        byte[] value = new EventSerde<>(Event.class, "/test").serialize(topic, record.headers(), event);
        sent(producer.send(new ProducerRecord<>(topic, partition, event.key(), value, record.headers())));
    }

    private static void sent(Future<RecordMetadata> ack) {
        try {
            ack.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("not acknowledged", e);
        }
    }

    @Test
    void theCostOfARangeIsExactAndPerGpuHour() {
        given().queryParam("from", T.toString())
                .queryParam("to", T.plusSeconds(3600).toString())
                .queryParam("account", ACCOUNT.toString())
                .queryParam("groupBy", "owner,sku")
                .get("/v1/costs")
                .then()
                .statusCode(200)
                .body("total.cost.usd", equalTo("0.860000000"))
                .body("total.gpuTime.hours", equalTo("2.000000"))
                .body("rows[0].group.sku", equalTo("NVIDIA L4"))
                .body("rows[0].costPerGpuHour", equalTo("0.43"))
                .body("until", equalTo("2026-09-20T11:00:00Z"))
                .body("ledgerTime", greaterThanOrEqualTo("2026-09-20T11:00:00Z"));
    }

    @Test
    void windowsCutARangeAndAddUp() {
        given().queryParam("from", T.toString())
                .queryParam("to", T.plusSeconds(1200).toString())
                .queryParam("window", "5m")
                .get("/v1/costs")
                .then()
                .statusCode(200)
                .body("rows.size()", equalTo(4))
                .body("total.cost.usd", equalTo("0.286666667"));
    }

    @Test
    void podsAndAccountsAreShownWithTheirMoney() {
        given().queryParam("from", T.toString()).get("/v1/pods").then().body("rows.group.name", hasItem("trainer"));
        when().get("/v1/accounts")
                .then()
                .body("[0].balance.usd", equalTo("100.000000000"))
                .body("[0].left.usd", equalTo("99.140000000"));
    }

    @Test
    void badInputIsAProblemThatNamesFieldAndRule() {
        when().get("/v1/costs?from=yesterday")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("from must be an instant"));
        when().get("/v1/costs?groupBy=colour")
                .then()
                .statusCode(400)
                .body("detail", containsString("groupBy must be of"));
        when().get("/v1/costs?colour=red").then().statusCode(400).body("detail", containsString("colour is neither"));
        when().get("/v1/burn?kind=x").then().statusCode(400).body("detail", containsString("kind must be one of"));
        when().get("/v1/burn/nobody").then().statusCode(404).body("type", equalTo("urn:gpu-ledger:problem:not-found"));
    }

    @Test
    void burnIsToldOfEveryKindOfScope() {
        when().get("/v1/burn?kind=account").then().body("scope.name", hasItem("runpod/main"));
        when().get("/v1/burn?kind=all").then().body("[0].scope.kind", equalTo("ALL"));
    }

    @Test
    void rulesAndBudgetsSayWhereTheyStand() {
        when().get("/v1/budgets/status")
                .then()
                .statusCode(200)
                .body("ledgerTime", greaterThanOrEqualTo("2026-09-20T11:00:00Z"));
        when().get("/v1/rules/state?rule=orphan-cost")
                .then()
                .statusCode(200)
                .body("rows.size()", equalTo(1))
                .body("rows[0].metric", equalTo("orphan_percent"))
                .body("rows[0].scope.kind", equalTo("ALL"));
        when().get("/v1/rules/state?status=burning")
                .then()
                .statusCode(400)
                .body("detail", containsString("status must be one of ok, pending, firing"));
    }

    @Test
    void aRuleIsTriedOnWhatHappened() {
        String now = when().get("/v1/costs").path("ledgerTime");
        String rule = "{\"rule\": {\"name\": \"orphans\", \"metric\": \"orphan_percent\", \"above\": 2,"
                + " \"severity\": \"ticket\"}, \"from\": \""
                + Instant.parse(now).minusSeconds(3600)
                + "\", \"to\": ";
        given().contentType("application/json")
                .body(rule + "\"" + now + "\"}")
                .post("/v1/rules/backtest")
                .then()
                .statusCode(200)
                .body("until", equalTo(now))
                .body("scopes", equalTo(1));
        given().contentType("application/json")
                .body(rule + "\"2027-12-31T11:00:00Z\"}")
                .post("/v1/rules/backtest")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", containsString("to must be at most 35 days after from"));
    }

    @Test
    void whatCannotBeReadIsKeptWithItsReason() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        TestBroker.bootstrapServers(),
                        "group.id",
                        UUID.randomUUID().toString()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition letters = new TopicPartition(Topics.DEAD_LETTERS, 0);
            consumer.assign(List.of(letters));
            consumer.seekToBeginning(List.of(letters));
            List<String> poison = new ArrayList<>();
            Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    poison.add(new String(record.value(), StandardCharsets.UTF_8));
                }
                return poison.contains("{");
            });
            assertThat(poison).contains("{");
        }
    }

    @Test
    void healthMetricsAndTheDescriptionAreThere() {
        when().get("/q/health/ready").then().statusCode(200);
        when().get("/q/metrics").then().statusCode(200).body(containsString("kafka_stream"));
        when().get("/q/openapi").then().statusCode(200).body(containsString("/v1/costs"));
    }
}
