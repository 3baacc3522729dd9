package io.gpuledger.pricing.app;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.gpuledger.common.event.AccountObserved;
import io.gpuledger.common.event.JobRecorded;
import io.gpuledger.common.event.PodEvent;
import io.gpuledger.common.event.PodObserved;
import io.gpuledger.common.event.PollCompleted;
import io.gpuledger.common.event.PollFailed;
import io.gpuledger.common.event.PricesListed;
import io.gpuledger.common.topic.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SimulatedAccounts.class)
class PricingServiceTest {

    private static final String BATCH = "application/cloudevents-batch+json";

    private final TopicReader topics = new TopicReader(System.getProperty("kafka.bootstrap.servers"));

    @AfterEach
    void close() throws Exception {
        control("DELETE", "");
        topics.close();
    }

    private static void control(String method, String body) throws Exception {
        URI uri = URI.create(System.getProperty(SimulatedAccounts.SIMULATOR_URL) + "/simulator/faults");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .method(method, BodyPublishers.ofString(body))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(204);
    }

    private static String job(String id, String until) {
        return """
                {"specversion": "1.0", "id": "%1$s", "source": "/test", "type": "io.gpuledger.job.recorded.v1",
                 "data": {"account": {"provider": "csv", "name": "t"}, "job": "%1$s", "at": "2026-01-02T00:00:00Z",
                          "owner": "lab", "from": "2026-01-01T10:00:00Z", "until": "%2$s", "milliGpus": 1000}}""".formatted(id, until);
    }

    @ParameterizedTest
    @CsvSource({"' '", "garbage", "text/", "application/json"})
    void aTypeThatIsNoneIsRefusedWithTheTypesThatAre(String type) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/v1/events"))
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(job("j", "2026-01-01T12:00:00Z")))
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("urn:gpu-ledger:problem:unsupported-media-type");
    }

    @Test
    void whatNothingAnswersIsAProblem() {
        given().get("/v1/nothing").then().statusCode(404).body("detail", equalTo("there is nothing at /v1/nothing"));
        given().get("/v1/accounts?name=x").then().statusCode(400).body("title", equalTo("A value breaks a rule"));
    }

    @Test
    void aPollArrivesWithItsPodsItsBalanceItsPricesAndAMarkerThatCounts() {
        PollCompleted last = topics.await(PollCompleted.class, marker -> marker.partition() == 3);
        topics.await(PollCompleted.class, marker -> marker.at().isAfter(last.at()));
        List<PodEvent> events = topics.events(Topics.PODS, PodEvent.class);

        List<PollCompleted> markers = of(events, PollCompleted.class).stream()
                .filter(marker -> marker.at().equals(last.at()))
                .toList();
        List<PodObserved> pods = of(events, PodObserved.class).stream()
                .filter(pod -> pod.at().equals(last.at()))
                .toList();
        assertThat(markers).extracting(PollCompleted::partition).containsExactlyInAnyOrder(0, 1, 2, 3);
        assertThat(markers.stream().mapToInt(PollCompleted::pods).sum()).isEqualTo(pods.size());
        for (PollCompleted marker : markers) {
            assertThat(pods.stream().filter(pod -> topics.partition(pod) == marker.partition()))
                    .hasSize(marker.pods());
        }
        assertThat(pods).extracting(PodObserved::name).contains("research-llm-1");
        assertThat(topics.events(Topics.ACCOUNTS, AccountObserved.class))
                .anyMatch(account -> account.at().equals(last.at()));
        assertThat(topics.events(Topics.PRICES, PricesListed.class)).isNotEmpty();
    }

    @Test
    void aFailedPollIsAMarkerTooAndEndsWithTheFault() throws Exception {
        control("POST", "{\"name\": \"401\"}");
        PollFailed failed = topics.await(PollFailed.class, marker -> marker.partition() == 2);
        control("DELETE", "");

        assertThat(failed.reason()).isEqualTo("unauthorized");
        assertThat(failed.detail()).doesNotContain("simulated");
        topics.await(PollCompleted.class, marker -> marker.at().isAfter(failed.at()));
        given().get("/v1/accounts").then().statusCode(200).body("[0].lastError.outcome", equalTo("unauthorized"));
    }

    @Test
    void noSecretReachesATopicOrTheLog() throws Exception {
        control("POST", "{\"name\": \"500\", \"on\": \"rest\"}");
        topics.await(PollCompleted.class, marker -> marker.partition() == 0);
        PodObserved byGraphql = topics.await(PodObserved.class, pod -> true);

        assertThat(byGraphql.labels()).doesNotContainKey("env");
        assertThat(topics.everything()).contains("research-llm-1").doesNotContain("simulated-secret");
        assertThat(Files.readString(Path.of(System.getProperty(SimulatedAccounts.LOG_FILE))))
                .isNotEmpty()
                .doesNotContain("simulated-secret")
                .doesNotContain("Bearer");
    }

    @Test
    void toldEventsAreOnTheTopicWhenTheAnswerComes() {
        given().contentType(BATCH)
                .body("[" + job("a", "2026-01-01T11:00:00Z") + "," + job("b", "2025-01-01T11:00:00Z") + "]")
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1))
                .body("refused", equalTo(1))
                .body("results", hasSize(2))
                .body("results[0].id", equalTo("a"))
                .body("results[0].accepted", equalTo(true))
                .body("results[1].refused", equalTo("data.until must not be before from"));

        assertThat(topics.events(Topics.PODS, JobRecorded.class))
                .extracting(JobRecorded::job)
                .contains("a")
                .doesNotContain("b");
    }

    @Test
    void binaryAndSingleEventsAreTakenToo() {
        String single = job("single", "2026-01-01T11:00:00Z");
        given().contentType("application/cloudevents+json")
                .body(single)
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("accepted", equalTo(1));
        given().contentType("application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "x")
                .header("ce-source", "/test")
                .header("ce-type", "io.gpuledger.job.recorded.v1")
                .body(single.substring(single.indexOf("\"data\": ") + 8, single.length() - 1))
                .post("/v1/events")
                .then()
                .statusCode(200)
                .body("results[0].id", equalTo("x"))
                .body("accepted", equalTo(1));
    }

    @Test
    void aRequestBeyondItsLimitsIsAProblem() {
        String tooMany =
                IntStream.rangeClosed(0, 10_000).mapToObj(i -> "{}").collect(Collectors.joining(",", "[", "]"));
        given().contentType(BATCH)
                .body(tooMany)
                .post("/v1/events")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gpu-ledger:problem:too-large"));
        given().contentType(BATCH)
                .body("[" + " ".repeat(16 * 1024 * 1024) + "]")
                .post("/v1/events")
                .then()
                .statusCode(413);
        given().contentType(BATCH).body("[{").post("/v1/events").then().statusCode(400);
        given().contentType("text/csv").body("a,b").post("/v1/events").then().statusCode(415);
    }

    @Test
    void itIsReadyAndShowsItsMetricsAndItsReference() {
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(given().get("/q/metrics").asString())
                .contains("gpu_ledger_polls_total{account=\"runpod/main\",outcome=\"completed\"}")
                .contains("gpu_ledger_poll_seconds");
        assertThat(given().get("/q/openapi").asString())
                .contains("/v1/events")
                .contains("/v1/accounts")
                .contains("io.gpuledger.job.recorded.v1");
        given().get("/v1/nothing").then().statusCode(404);
    }

    private static <E> List<E> of(List<? super E> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "http://evil.example, application/cloudevents-batch+json, 403",
        "http://evil.example, text/plain, 403",
        "null, text/plain, 403",
        "OWN, text/plain, 415",
        "OWN, application/cloudevents-batch+json, 200",
    })
    void noPageOfAnotherAddressTellsEvents(String origin, String type, int status) {
        given().header("Origin", origin.replace("OWN", RestAssured.baseURI + ":" + RestAssured.port))
                .contentType(type)
                .body("[]")
                .post("/v1/events")
                .then()
                .statusCode(status);
    }
}
