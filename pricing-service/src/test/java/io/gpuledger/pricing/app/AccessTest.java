package io.gpuledger.pricing.app;

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
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
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

    private static final String BATCH = "application/cloudevents-batch+json";

    /** With one principal for each role. */
    public static final class Locked implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.http.test-port",
                    "0",
                    "kafka.bootstrap.servers",
                    TestBroker.bootstrapServers(),
                    "gpu-ledger.tokens-file",
                    TestTokens.file().toString());
        }
    }

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    private static Doors doors() {
        return Doors.at(RestAssured.port);
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role));
    }

    @Test
    void nothingButHealthIsAnsweredWithoutAToken() throws Exception {
        Map<String, Integer> answers = doors().answers("");

        assertThat(answers).hasSizeGreaterThan(1);
        assertThat(Doors.other(answers, 401)).isEmpty();
        when().get("/q/health/live").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/q/openapi", "/", "/no/such/path"})
    void noPathIsAWayAround(String path) {
        when().get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @CsvSource({
        "sender, 200, 403",
        "admin, 200, 200",
        "operator, 403, 200",
        "viewer, 403, 200",
    })
    void sendersTellEventsAndViewersRead(String role, int told, int read) {
        as(role).contentType(BATCH).body("[]").post("/v1/events").then().statusCode(told);
        as(role).get("/v1/accounts").then().statusCode(read);
    }

    @Test
    void whoNeedsAnotherRoleIsToldWhich() {
        as(Roles.VIEWER)
                .contentType(BATCH)
                .body("[]")
                .post("/v1/events")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("viewer needs the role sender"));
    }
}
