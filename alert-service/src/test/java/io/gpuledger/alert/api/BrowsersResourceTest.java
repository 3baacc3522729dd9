package io.gpuledger.alert.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;

import io.gpuledger.alert.app.Await;
import io.gpuledger.testing.Doors;
import io.gpuledger.testing.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may ask: by default the console on this machine, and no other. */
@Tag("slow")
@QuarkusTest
@TestProfile(AlertsResourceTest.Nobody.class)
class BrowsersResourceTest {

    private static final String CONSOLE = "http://127.0.0.1:8102";
    private static final String STRANGER = "http://127.0.0.1:9999";
    private static final String ALLOWED = "Access-Control-Allow-Origin";

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    @BeforeEach
    void ready() {
        Await.until("ready", () -> RestAssured.when().get("/q/health/ready").statusCode() == 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/groups", "/v1/history", "/v1/receivers", "/api/v2/alerts", "/api/v2/silences"})
    void theConsoleMayReadWhatIsAnswered(String path) {
        given().header("Origin", CONSOLE)
                .get(path)
                .then()
                .statusCode(200)
                .header(ALLOWED, CONSOLE)
                .header("Vary", containsString("Origin"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/acks", "/v1/acks/some-group", "/api/v2/silences"})
    void theConsoleMayCommandAndSayWhoAsks(String path) {
        given().header("Origin", CONSOLE)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization,content-type,x-changed-by")
                .options(path)
                .then()
                .statusCode(204)
                .header(ALLOWED, CONSOLE)
                .header("Access-Control-Allow-Methods", containsString("DELETE"))
                .header(
                        "Access-Control-Allow-Headers",
                        allOf(containsString("Authorization"), containsString("X-Changed-By")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/groups", "/api/v2/alerts"})
    void aStrangersPageMayNotReadIt(String path) {
        given().header("Origin", STRANGER).get(path).then().header(ALLOWED, nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/acks", "/api/v2/silences"})
    void aStrangersPageMayNotCommand(String path) {
        given().header("Origin", STRANGER)
                .header("Access-Control-Request-Method", "POST")
                .contentType(ContentType.JSON)
                .options(path)
                .then()
                .statusCode(405)
                .header(ALLOWED, nullValue());
    }

    @Test
    void aStrangersPageChangesNothingThoughItDoesNotAskFirst() throws Exception {
        Map<String, Integer> answers = Doors.at(RestAssured.port).answersToPage(STRANGER);

        assertThat(answers).hasSizeGreaterThan(6);
        assertThat(Doors.other(answers, 403)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/acks, application/problem+json",
        "/-/reload, application/problem+json",
        "/v1/actions/a/approve, application/problem+json",
        "/api/v2/silences, application/json",
        "/api/v2/alerts, application/json",
    })
    void itIsToldWhy(String path, String type) {
        given().header("Origin", STRANGER)
                .contentType("text/plain")
                .body("{\"group\": \"x\"}")
                .post(path)
                .then()
                .statusCode(403)
                .contentType(type)
                .body(containsString("Origin must be"));
    }

    @ParameterizedTest
    @CsvSource({"application/json, 404", "text/plain, 415"})
    void theConsoleIsHeardWhereItSaysJson(String type, int status) {
        given().header("Origin", CONSOLE)
                .contentType(type)
                .body("{\"group\": \"0000000000000000\", \"by\": \"ann\"}")
                .post("/v1/acks")
                .then()
                .statusCode(status)
                .header(ALLOWED, CONSOLE);
    }

    @Test
    void whoSaysNoOriginMaySayAnyTypeAsBefore() {
        given().contentType("text/plain")
                .body("{\"group\": \"0000000000000000\", \"by\": \"ann\"}")
                .post("/v1/acks")
                .then()
                .statusCode(404);
        given().post("/-/reload").then().statusCode(200);
    }
}
