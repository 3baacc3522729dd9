package io.gpuledger.ledger.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.topic.Topics;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.DeadLetters;
import io.gpuledger.common.wire.EventSerde;
import io.gpuledger.testing.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Dead letters on a real broker: found, counted, shown without secrets, and written back once. */
@QuarkusTest
class DeadLettersTest {

    private static final String LETTERS = "/v1/dead-letters";

    private static void send(String topic, String key, byte[] value, Headers headers) {
        TestBroker.createTopics();
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "linger.ms", "0"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            var unused = producer.send(new ProducerRecord<>(topic, null, key, value, headers));
            producer.flush();
        }
    }

    private static RecordHeaders typed(String type) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("ce_type", type.getBytes(UTF_8));
        return headers;
    }

    /** The ids of the letters with such a reason, once there are so many. */
    private static List<String> awaitLetters(String reason, int count) {
        Awaitility.await(count + " letters with " + reason)
                .atMost(Duration.ofSeconds(60))
                .until(() -> ids(reason).size() >= count);
        return ids(reason);
    }

    private static List<String> ids(String reason) {
        return given().queryParam("reason", reason)
                .get(LETTERS)
                .then()
                .statusCode(200)
                .extract()
                .path("letters.id");
    }

    @Test
    void aPoisonousRecordIsFoundWithItsReasonAndOriginAndWithoutSecrets() {
        String type = "io.example." + UUID.randomUUID();
        String value = "{\"env\": {\"HF_TOKEN\": \"hf_do-not-show-this-at-all\"}, \"pod\": \"p\"}";
        send(Topics.PODS, "poison/key", value.getBytes(UTF_8), typed(type));
        String id = awaitLetters(type, 1).getFirst();

        given().queryParam("topic", Topics.PODS)
                .queryParam("reason", type.toUpperCase(java.util.Locale.ROOT))
                .get(LETTERS)
                .then()
                .body("letters", hasSize(1))
                .body("letters[0].key", equalTo("poison/key"))
                .body("letters[0].topic", equalTo("pods.v1"))
                .body("letters[0].offset", notNullValue())
                .body("letters[0].replayed", equalTo(0))
                .body("letters[0].payload", equalTo(null));
        when().get(LETTERS + "/" + id)
                .then()
                .statusCode(200)
                .body("reason", equalTo("ce_type '" + type + "' does not belong on pods.v1"))
                .body("payload.encoding", equalTo("text"))
                .body("payload.content", containsString("\"HF_TOKEN\": \"***\""))
                .body("payload.content", not(containsString("do-not-show")));
        given().queryParam("topic", Topics.ACCOUNTS)
                .queryParam("reason", type)
                .get(LETTERS)
                .then()
                .body("letters", hasSize(0));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> when().get(LETTERS + "/counts")
                        .then()
                        .body(
                                "counts.find { it.topic == 'pods.v1' && it.reason.startsWith('ce_type') }.reason",
                                equalTo("ce_type '…' does not belong on pods.v1")));
        when().get("/q/metrics").then().body(containsString("gpu_ledger_dead_letters{topic=\"pods.v1\"}"));
    }

    @Test
    void aLetterGoesBackToItsTopicOnceAndAgainOnlyWhereOneInsists() {
        AccountRef account = new AccountRef("runpod", "replayed");
        Event event =
                new AccountObserved(account, Instant.parse("2026-09-20T10:00:00Z"), Money.ofDollars("7"), null, null);
        RecordHeaders headers = new RecordHeaders();
        byte[] value = new EventSerde<>(Event.class, "/test").serialize(Topics.ACCOUNTS, headers, event);
        String reason = "mistaken " + UUID.randomUUID();
        DeadLetters.mark(headers, reason, new DeadLetters.Origin(Topics.ACCOUNTS, 99, 5));
        send(Topics.DEAD_LETTERS, event.key(), value, headers);
        String id = awaitLetters(reason, 1).getFirst();

        when().post(LETTERS + "/" + id + "/replay")
                .then()
                .statusCode(200)
                .body("topic", equalTo("accounts.v1"))
                .body("times", equalTo(1));

        Awaitility.await("the event is used now")
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> when().get("/v1/accounts")
                        .then()
                        .body("find { it.account.name == 'replayed' }.balance.usd", equalTo("7.000000000")));
        when().post(LETTERS + "/" + id + "/replay")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gpu-ledger:problem:already-replayed"));
        when().post(LETTERS + "/" + id + "/replay?force=true")
                .then()
                .statusCode(200)
                .body("times", equalTo(2));
        given().header("X-Changed-By", "ann")
                .post(LETTERS + "/" + id + "/replay?force=true")
                .then()
                .statusCode(200);
        when().get(LETTERS + "/" + id).then().body("replayed", equalTo(3)).body("replayedBy", equalTo("ann"));
        assertThat(audited("dead-letter/" + id))
                .extracting(AuditEntry::by, AuditEntry::outcome, AuditEntry::reason)
                .containsExactly(
                        tuple("somebody", AuditEntry.Outcome.DONE, ""),
                        tuple("somebody", AuditEntry.Outcome.REFUSED, "already_written"),
                        tuple("somebody", AuditEntry.Outcome.DONE, ""),
                        tuple("ann", AuditEntry.Outcome.DONE, ""));
    }

    /** What the audit says of something, the oldest first. */
    private static List<AuditEntry> audited(String object) {
        List<AuditEntry> entries = new ArrayList<>();
        TopicPartition partition = new TopicPartition(Topics.AUDIT, 0);
        try (KafkaConsumer<String, AuditEntry> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", TestBroker.bootstrapServers(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new EventSerde<>(AuditEntry.class, "/test"))) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end =
                    consumer.endOffsets(List.of(partition)).values().iterator().next();
            while (consumer.position(partition) < end) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> entries.add(record.value()));
            }
        }
        return entries.stream().filter(entry -> entry.object().equals(object)).toList();
    }

    @Test
    void manyGoBackInBoundedStepsAndWhatIsRefusedAgainIsANewLetterThatNamesTheOldOne() {
        String type = "io.example." + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            send(Topics.PODS, "k" + i, new byte[] {(byte) 0xff, (byte) i}, typed(type));
        }
        List<String> first = awaitLetters(type, 5);
        String now = Instant.now().toString();

        String next = given().queryParam("reason", type)
                .queryParam("to", now)
                .queryParam("limit", 3)
                .post(LETTERS + "/replay")
                .then()
                .statusCode(200)
                .body("written", equalTo(3))
                .extract()
                .path("next");
        given().queryParam("reason", type)
                .queryParam("to", now)
                .queryParam("after", next)
                .post(LETTERS + "/replay")
                .then()
                .body("written", equalTo(2))
                .body("next", equalTo(null));
        given().queryParam("reason", type)
                .queryParam("to", now)
                .post(LETTERS + "/replay")
                .then()
                .body("written", equalTo(0));

        List<String> all = awaitLetters(type, 10);
        assertThat(all).hasSize(10).endsWith(first.toArray(String[]::new));
        when().get(LETTERS + "/" + all.getFirst())
                .then()
                .body("replayOf", equalTo(first.getFirst()))
                .body("payload.encoding", equalTo("base64"))
                .body("replayed", equalTo(0));
        given().queryParam("reason", type)
                .queryParam("before", first.getFirst())
                .queryParam("limit", 2)
                .get(LETTERS)
                .then()
                .body("letters.id", equalTo(first.subList(1, 3)))
                .body("letters.replayed", everyItem(equalTo(1)));
    }

    @Test
    void whatCannotBeAskedIsAProblemThatNamesIt() {
        when().get(LETTERS + "/first").then().statusCode(400).body("detail", containsString("id must be PARTITION"));
        when().get(LETTERS + "/0-999999999").then().statusCode(404);
        when().get(LETTERS + "/7-0").then().statusCode(404);
        when().get(LETTERS + "?limit=501")
                .then()
                .statusCode(400)
                .body("detail", equalTo("limit must be from 1 to 500"));
        when().get(LETTERS + "?colour=red").then().statusCode(400).body("detail", equalTo("colour is not a parameter"));
        when().post(LETTERS + "/replay").then().statusCode(400).body("detail", containsString("topic, reason"));
        when().post(LETTERS + "/0-999999999/replay").then().statusCode(404);
    }

    @Test
    void aLetterThatCameOnNoTopicCannotGoBack() {
        String reason = "of no topic " + UUID.randomUUID();
        RecordHeaders headers = new RecordHeaders();
        DeadLetters.mark(headers, reason, null);
        send(Topics.DEAD_LETTERS, "runpod/main", "{}".getBytes(UTF_8), headers);
        String id = awaitLetters(reason, 1).getFirst();

        when().post(LETTERS + "/" + id + "/replay")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:gpu-ledger:problem:no-topic"));
    }

    @Test
    void aRecordAsLargeAsItsTopicTakesIsBuriedToo() {
        String type = "io.example." + UUID.randomUUID();
        send(Topics.PODS, "huge", new byte[1_048_000], typed(type));
        String id = awaitLetters(type, 1).getFirst();

        when().get(LETTERS + "/" + id)
                .then()
                .body("bytes", equalTo(1_048_000))
                .body("payload.truncated", equalTo(true));
    }
}
