package io.gpuledger.ledger.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.event.JobCounters;
import io.gpuledger.common.event.JobStarted;
import io.gpuledger.common.event.JobStopped;
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
import io.restassured.specification.RequestSpecification;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service on a real broker: jobs and bills that are published come back with their money. */
@QuarkusTest
class JobsAndBillsServiceTest {

    private static final AccountRef ACCOUNT = new AccountRef("vast", "jobs");
    private static final Instant T = Instant.parse("2026-11-20T06:00:00Z");
    private static final Instant END = T.plusSeconds(3600);
    private static final int PARTITIONS = 4;

    private static boolean told;

    /** A pod of $1 an hour and one GPU ran an hour; a job held a half of it for half of the time. */
    @BeforeEach
    void aPodAJobAndABill() {
        if (told) {
            return;
        }
        told = true;
        TestBroker.createTopics();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            send(producer, Topics.PODS, running(), null);
            markers(producer, T, 1);
            send(producer, Topics.PODS, job("a", 500), null);
            send(producer, Topics.PODS, job("b", 250), null);
            send(producer, Topics.PODS, stopped("a", new JobCounters(5L, null, 2_000L, 1L)), null);
            send(producer, Topics.PODS, stopped("b", null), null);
            markers(producer, END, 0);
            send(producer, Topics.BILLS, bill("hour", BillLine.Kind.USAGE, "1.25"), null);
            send(producer, Topics.BILLS, bill("sorry", BillLine.Kind.CREDIT, "-0.10"), null);
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> when().get("/v1/jobs/vast/jobs/a").statusCode() == 200
                        && Integer.valueOf(1)
                                .equals(range().get("/v1/reconciliation").path("creditsInAll"))
                        && Integer.valueOf(1)
                                .equals(range().get("/v1/reconciliation").path("lines")));
    }

    private static RequestSpecification range() {
        return given().queryParam("from", T.toString())
                .queryParam("to", END.toString())
                .queryParam("account", ACCOUNT.toString());
    }

    private static PodObserved running() {
        return new PodObserved(
                ACCOUNT,
                "shared",
                T,
                PodState.RUNNING,
                null,
                "shared",
                "NVIDIA L4",
                1000,
                Tier.ON_DEMAND,
                null,
                HourlyRate.ofDollars("1"),
                HourlyRate.ZERO,
                HourlyRate.ZERO,
                null,
                Map.of());
    }

    private static JobStarted job(String name, long milliGpus) {
        return new JobStarted(ACCOUNT, "shared", name, T, "lab", "vision", null, milliGpus, Map.of());
    }

    private static JobStopped stopped(String name, @Nullable JobCounters counters) {
        return new JobStopped(ACCOUNT, "shared", name, T.plusSeconds(1800), null, counters);
    }

    private static BillLine bill(String line, BillLine.Kind kind, String dollars) {
        return new BillLine(ACCOUNT, line, END, "shared", kind, T, END, Money.ofDollars(dollars), null, null, null);
    }

    private static void markers(KafkaProducer<String, byte[]> producer, Instant at, int pods) {
        int home = Utils.toPositive(Utils.murmur2(running().key().getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
        for (int partition = 0; partition < PARTITIONS; partition++) {
            int here = partition == home ? pods : 0;
            send(producer, Topics.PODS, new PollCompleted(ACCOUNT, at, here, partition, PARTITIONS), partition);
        }
    }

    private static void send(
            KafkaProducer<String, byte[]> producer, String topic, Event event, @Nullable Integer partition) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, event.key(), null);
        byte[] value = new EventSerde<>(Event.class, "/test").serialize(topic, record.headers(), event);
        try {
            producer.send(new ProducerRecord<>(topic, partition, event.key(), value, record.headers()))
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("not acknowledged", e);
        }
    }

    @Test
    void aJobIsShownWithWhatItHeldCostAndCounted() {
        when().get("/v1/jobs/vast/jobs/a")
                .then()
                .statusCode(200)
                .body("rows", hasSize(1))
                .body("rows[0].owner", equalTo("lab"))
                .body("rows[0].state", equalTo("stopped"))
                .body("rows[0].allocated.hours", equalTo("0.250000"))
                .body("rows[0].cost.usd", equalTo("0.287500000"))
                .body("rows[0].whole.cost.usd", equalTo("0.287500000"))
                .body("rows[0].costPerEpoch.usd", equalTo("0.057500000"))
                .body("rows[0].costPerThousandInferences.usd", equalTo("0.143750000"))
                .body("rows[0].retries", equalTo(1))
                .body("rows[0].pods[0].pod", equalTo("shared"));
        when().get("/v1/jobs/vast/jobs/nothing").then().statusCode(404);
    }

    @Test
    void jobsOfARangeAgreeWithCostsByJobTheDearestFirst() {
        String cost = range().queryParam("groupBy", "job")
                .queryParam("job", "b")
                .get("/v1/costs")
                .path("total.cost.usd");
        range().queryParam("project", "vision")
                .get("/v1/jobs")
                .then()
                .statusCode(200)
                .body("rows.job", equalTo(java.util.List.of("a", "b")))
                .body("rows[1].cost.usd", equalTo(cost))
                .body("rows[1].costPerEpoch", nullValue())
                .body("rows[1].retries", nullValue());
        range().queryParam("limit", 1).get("/v1/jobs").then().body("next", equalTo(1));
        range().queryParam("owner", "nobody").get("/v1/jobs").then().body("rows", hasSize(0));
    }

    @Test
    void whatIsNoFilterIsRefusedByName() {
        when().get("/v1/jobs?sku=L4").then().statusCode(400).body("detail", containsString("sku is not a filter"));
        when().get("/v1/jobs?limit=10001").then().statusCode(400).body("detail", containsString("limit"));
        when().get("/v1/reconciliation?pod=x").then().statusCode(400).body("detail", containsString("pod"));
    }

    @Test
    void measuresSayWhatJobsCountedAndWhatPreemptionTook() {
        range().queryParam("groupBy", "owner")
                .get("/v1/measures")
                .then()
                .statusCode(200)
                .body("rows.find { it.group.owner == 'lab' }.readings.costPerEpoch.value.toString()", equalTo("0.0575"))
                .body(
                        "rows.find { it.group.owner == 'lab' }.readings.costPerThousandInferences.value.toString()",
                        equalTo("0.14375"))
                .body("total.readings.lostToPreemption.value.toString()", equalTo("0"))
                .body("total.readings.chargebackAccuracy.value.toString()", equalTo("80.0"));
        range().queryParam("groupBy", "sku")
                .get("/v1/measures")
                .then()
                .body("rows[0].readings.costPerEpoch.absent", containsString("not known by these dimensions"));
    }

    @Test
    void costIsReconciledWhereBillsCoverAllOfIt() {
        range().queryParam("groupBy", "owner,component")
                .get("/v1/costs")
                .then()
                .statusCode(200)
                .body("rows.state.unique()", equalTo(java.util.List.of("RECONCILED")))
                .body("total.state", equalTo("RECONCILED"))
                .body("total.reconciled.toString()", equalTo("1.0"));
        range().queryParam("pod", "shared")
                .get("/v1/explain")
                .then()
                .body("parts[0].segments[0].reconciled", equalTo(true));
    }

    @Test
    void billedAndMeteredAreHeldAgainstEachOther() {
        range().get("/v1/reconciliation")
                .then()
                .statusCode(200)
                .body("billed.usd", equalTo("1.250000000"))
                .body("metered.usd", equalTo("1.000000000"))
                .body("difference.usd", equalTo("0.250000000"))
                .body("accuracy.toString()", equalTo("80.0"))
                .body("reconciledShare.toString()", equalTo("1.0"))
                .body("worst[0].line", equalTo("hour"))
                .body("worst[0].cause", equalTo("price_differed"))
                .body("credits[0].line", equalTo("sorry"))
                .body("credited.usd", equalTo("-0.100000000"));
    }
}
