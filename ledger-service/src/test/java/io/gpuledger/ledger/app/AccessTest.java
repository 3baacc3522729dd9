package io.gpuledger.ledger.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.gpuledger.common.access.Roles;
import io.gpuledger.testing.Doors;
import io.gpuledger.testing.TestBroker;
import io.gpuledger.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what, with a tokens file. */
@Tag("slow")
@QuarkusTest
@TestProfile(AccessTest.Locked.class)
class AccessTest {

    /** With one principal for each role. */
    public static final class Locked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.test-port",
                    "0",
                    "gpu-ledger.state-dir",
                    "target/state-" + UUID.randomUUID(),
                    "gpu-ledger.tokens-file",
                    TestTokens.file().toString());
        }
    }

    @BeforeEach
    void ready() {
        TestBroker.createTopics();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() ->
                        as(Roles.VIEWER).get("/v1/config").path("version") instanceof Integer version && version > 0);
    }

    private static Doors doors() {
        return Doors.at(RestAssured.port);
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role));
    }

    @Test
    void nothingButHealthAndTheConsolesPagesIsAnsweredWithoutAToken() throws Exception {
        Map<String, Integer> answers = doors().answers("");

        assertThat(answers).hasSizeGreaterThan(30);
        assertThat(Doors.other(answers, 401)).containsExactly("GET /console/addresses -> 200");
        when().get("/q/health/live").then().statusCode(200);
        when().get("/console/").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/openapi", "/v1", "/no/such/path"})
    void noPathIsAWayAround(String path) {
        when().get(path).then().statusCode(401);
    }

    @Test
    void aViewerChangesNothing() throws Exception {
        Map<String, Integer> answers = doors().answers(TestTokens.bearer(Roles.VIEWER));

        assertThat(answers)
                .allSatisfy((operation, status) -> assertThat(status == 403)
                        .as("%s -> %s", operation, status)
                        .isEqualTo(!operation.startsWith("GET ") && !operation.equals("POST /v1/rules/backtest")));
    }

    @Test
    void whoOnlySendsReadsNothing() throws Exception {
        assertThat(Doors.other(doors().answers(TestTokens.bearer(Roles.SENDER)), 403))
                .containsExactly("GET /console/addresses -> 200");
    }

    @Test
    void otherInstancesMustShowATokenToo() {
        String question = "{\"question\": \"Clocks\", \"body\": {}, \"partitions\": [0]}";

        given().contentType("application/json")
                .body(question)
                .post("/internal/v1/ask")
                .then()
                .statusCode(401);
        as(Roles.VIEWER)
                .contentType("application/json")
                .body(question)
                .post("/internal/v1/ask")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"operator", "viewer", "sender"})
    void onlyAdminsChangeTheConfiguration(String role) {
        as(role).body("{\"owner\": \"ops\", \"amount\": 10}")
                .put("/v1/budgets/locked")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo(role + " needs the role admin"));
    }

    @Test
    void aChangeIsThePrincipalsWhateverTheRequestClaims() {
        as(Roles.ADMIN)
                .header("X-Changed-By", "mallory")
                .body("{\"owner\": \"ops\", \"amount\": 10}")
                .put("/v1/budgets/signed-" + UUID.randomUUID())
                .then()
                .statusCode(201)
                .body("by", equalTo("admin"));
    }
}
