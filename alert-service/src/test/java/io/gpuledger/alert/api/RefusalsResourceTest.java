package io.gpuledger.alert.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.gpuledger.alert.app.Await;
import io.gpuledger.testing.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent wrongly is refused with the reason, and is nobody's stack trace. */
@Tag("slow")
@QuarkusTest
@TestProfile(AlertsResourceTest.Nobody.class)
class RefusalsResourceTest {

    private static final String PROBLEM = "application/problem+json";

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    @BeforeEach
    void ready() {
        Await.until("ready", () -> when().get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/alerts", "/api/v2/silences", "/v1/acks", "/v1/routing/try"})
    void aBodyThatIsNotThereIsRefused(String path) {
        given().contentType(ContentType.JSON).post(path).then().statusCode(400).body(containsString("body must be "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /nothing | 404 | there is nothing at /nothing",
                "GET | /v1/nothing | 404 | there is nothing at /v1/nothing",
                "DELETE | /v1/history | 405 | /v1/history takes other methods; /q/openapi has them"
            })
    void whatNothingAnswersIsAProblem(String method, String path, int status, String detail) {
        when().request(method, path)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("detail", equalTo(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/routing/try | {\"labels\": {\"a\": \"b\"}, \"at\": \"2026-11-30T00:00:00Z\"} | unknown field 'at'",
                "/api/v2/alerts | [{\"labels\": {\"alertname\": \"gpu-ledger-heartbeat\"}}] | must not be gpu-ledger-heartbeat",
                "/api/v2/alerts | [{\"labels\": {\"alertname\": 7}}] | must be a text",
                "/api/v2/alerts | [{\"labels\": {\"alertname\": \"a\"}, \"annotations\": {\"b\": true}}] | must be a text",
                "/api/v2/alerts | [null] | must be an object with fields",
                "/api/v2/alerts | [{\"labels\": | body is not well-formed",
                "/v1/routing/try | {\"labels\" | body is not well-formed"
            })
    void whatWouldMeanSomethingElseIsRefused(String path, String body, String reason) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(400)
                .body(containsString(reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/alerts", "/api/v2/silences"})
    void aBodyNestedBeyondMeasureIsRefused(String path) {
        given().contentType(ContentType.JSON)
                .body("[".repeat(2_000))
                .post(path)
                .then()
                .statusCode(400)
                .body(containsString("body is not well-formed"));
    }
}
