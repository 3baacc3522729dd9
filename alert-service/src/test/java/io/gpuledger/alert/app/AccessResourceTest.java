package io.gpuledger.alert.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.gpuledger.alert.act.ActionBook;
import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.event.action.ActionTold.Terms;
import io.gpuledger.common.event.action.Exemption;
import io.gpuledger.testing.Doors;
import io.gpuledger.testing.TestBroker;
import io.gpuledger.testing.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask what, with a tokens file. */
@Tag("slow")
@QuarkusTest
@TestProfile(AccessResourceTest.Locked.class)
class AccessResourceTest {

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

    @Inject
    ActionBook book;

    private final String owner = "team-" + UUID.randomUUID();

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    @BeforeEach
    void ready() {
        Await.until("ready", () -> when().get("/q/health/ready").statusCode() == 200);
    }

    private static Doors doors() {
        return Doors.at(RestAssured.port);
    }

    private static RequestSpecification as(String role) {
        return given().header("Authorization", TestTokens.bearer(role)).contentType(ContentType.JSON);
    }

    private String alerts() {
        return "[{\"labels\": {\"alertname\": \"burn\", \"owner\": \"" + owner + "\"}}]";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health/live", "/q/health/ready", "/-/healthy", "/-/ready"})
    void whetherItIsWellIsToldToEverybody(String path) {
        when().get(path).then().statusCode(200);
    }

    @Test
    void nothingElseIsAnsweredWithoutAToken() throws Exception {
        Map<String, Integer> answers = doors().answers("");

        assertThat(answers).hasSizeGreaterThan(20);
        assertThat(Doors.other(answers, 401))
                .containsExactlyInAnyOrder(
                        "GET /-/healthy -> 200", "GET /-/ready -> 200", "POST /v1/hooks/pagerduty -> 404");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/metrics", "/metrics", "/q/openapi", "/", "/no/such/path", "/q/health/../metrics"})
    void noPathIsAWayAround(String path) {
        given().urlEncodingEnabled(false).get(path).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//q/metrics",
                "/q//metrics",
                "/Q/metrics",
                "/q/metrics;/q/health",
                "/q/health/../metrics",
                "/q/health/%2e%2e/metrics",
                "/q/health/..%2fmetrics",
                "/q/health;/../metrics",
                "/v1/hooks/../groups",
                "/v1/hooks/%2e%2e/groups",
                "/v1/hooks/..;/groups",
                "/-/ready/../../api/v2/status",
                "/console/../v1/audit",
                "/v1/audit;x=/console/",
                "/v1/audit?x=/console/",
                "/v1/audit/"
            })
    void noSpellingOfAPathIsAWayAround(String path) throws Exception {
        assertThat(doors().status("GET", path, "")).isGreaterThanOrEqualTo(400);
    }

    @Test
    void whoShowsNoTokenIsToldWhichIsWanted() {
        when().get("/v1/groups")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gpu-ledger:problem:unauthorized"));
    }

    @Test
    void alertmanagersClientsAreRefusedInAFormTheyRead() {
        when().get("/api/v2/alerts")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", startsWith("Bearer"))
                .contentType("application/json")
                .body(startsWith("\"Authorization must be"));
        as("sender")
                .get("/api/v2/alerts")
                .then()
                .statusCode(403)
                .contentType("application/json")
                .body(equalTo("\"sender needs the role viewer\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer", "Basic !", "Digest x", "Basic d3Jvbmc="})
    void aWrongTokenIsRefusedAndNotRepeated(String authorization) {
        String body = given().header("Authorization", authorization)
                .get("/api/v2/alerts")
                .then()
                .statusCode(401)
                .extract()
                .asString();

        assertThat(body).contains("not known").doesNotContain("wrong");
    }

    @Test
    void aTokenMayBeThePasswordOfBasic() {
        given().auth()
                .preemptive()
                .basic("anybody", TestTokens.of(Roles.VIEWER))
                .get("/api/v2/status")
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, 200",
        "operator, 200",
        "admin, 200",
        "sender, 403",
    })
    void viewersRead(String role, int status) {
        as(role).get("/api/v2/alerts").then().statusCode(status);
        as(role).get("/q/metrics").then().statusCode(status);
        as(role).get("/v1/audit").then().statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({
        "viewer, 403, 403",
        "sender, 200, 403",
        "operator, 200, 200",
        "admin, 200, 200",
    })
    void sendersPostAlertsAndOperatorsDealWithThem(String role, int posted, int reloaded) {
        as(role).body(alerts()).post("/api/v2/alerts").then().statusCode(posted);
        as(role).post("/-/reload").then().statusCode(reloaded);
    }

    @Test
    void whoNeedsAnotherRoleIsToldWhich() {
        as("viewer")
                .body("{\"group\": \"x\"}")
                .post("/v1/acks")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("viewer needs the role operator"));
        as("sender")
                .get("/q/metrics")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("detail", equalTo("sender needs the role viewer"));
    }

    @Test
    void aViewerChangesNothing() throws Exception {
        Map<String, Integer> answers = doors().answers(TestTokens.bearer(Roles.VIEWER));

        assertThat(answers)
                .allSatisfy((operation, status) -> assertThat(status == 403)
                        .as("%s -> %s", operation, status)
                        .isEqualTo(!operation.startsWith("GET ")
                                && !operation.equals("POST /v1/routing/try")
                                && !operation.equals("POST /v1/hooks/pagerduty")));
    }

    @Test
    void aBrowserMayAskWhetherItMayAsk() {
        given().header("Origin", "http://console.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/v1/acks")
                .then()
                .statusCode(org.hamcrest.Matchers.not(401));
    }

    @Test
    void theAuditNamesThePrincipalWhateverTheRequestClaims() {
        String silence = as("operator")
                .header("X-Changed-By", "mallory")
                .body("""
                        {"matchers": [{"name": "owner", "value": "%s", "isRegex": false}], "createdBy": "mallory",
                         "comment": "c", "startsAt": "2026-01-01T00:00:00Z", "endsAt": "2199-01-01T00:00:00Z"}
                        """.formatted(owner))
                .post("/api/v2/silences")
                .then()
                .statusCode(200)
                .extract()
                .path("silenceID");
        Await.until(
                "the silence holds",
                () -> as("viewer").get("/api/v2/silence/" + silence).statusCode() == 200);
        as("admin")
                .header("X-Changed-By", "mallory")
                .delete("/api/v2/silence/" + silence)
                .then()
                .statusCode(200);

        Await.until("both are in the audit", () -> audited(silence).size() == 2);
        assertThat(audited(silence)).containsExactlyInAnyOrder("operator", "admin");
        as("viewer").get("/api/v2/silence/" + silence).then().body("createdBy", equalTo("mallory"));
    }

    private static List<String> audited(String object) {
        return as("viewer").get("/v1/audit?object=" + object).jsonPath().getList("by");
    }

    @Test
    void anAckIsThePrincipalsWhateverTheBodyClaims() {
        as("sender").body(alerts()).post("/api/v2/alerts").then().statusCode(200);
        Await.until("its group is there", () -> groups().size() == 1);

        as("operator")
                .body("{\"group\": \"" + groups().getFirst() + "\", \"by\": \"mallory\"}")
                .post("/v1/acks")
                .then()
                .statusCode(200)
                .body("by", equalTo("operator"));
    }

    private List<String> groups() {
        return as("viewer")
                .queryParam("filter", "owner=\"" + owner + "\"")
                .get("/v1/groups")
                .jsonPath()
                .getList("id");
    }

    @Test
    void anApprovalIsThePrincipalsWhateverTheBodyClaims() throws Exception {
        as("sender").body(alerts()).post("/api/v2/alerts").then().statusCode(200);
        String id = UUID.randomUUID().toString();
        book.write(waiting(id, Instant.now()));
        Await.until("it waits", () -> as("viewer").get("/v1/actions/" + id).statusCode() == 200);

        as("operator")
                .body("{\"by\": \"mallory\", \"why\": \"so\"}")
                .post("/v1/actions/" + id + "/approve")
                .then()
                .statusCode(200)
                .body("steps.find { it.step == 'approved' }.by", equalTo("operator"));
    }

    private ActionTold waiting(String id, Instant now) {
        Terms terms = new Terms(
                "stopper",
                0,
                "{}:{owner=\"" + owner + "\"}",
                "n-" + id,
                List.of(Fingerprint.of(Map.of("alertname", "burn", "owner", owner))),
                "page",
                "sweep-1",
                now,
                true,
                now.plus(Duration.ofHours(1)),
                null);
        ActionOrder order =
                new ActionOrder(Verb.STOP_POD, new AccountRef("runpod", "main"), "p1", null, false, Exemption.NONE, 5);
        return new ActionTold(id, now, Step.REQUESTED, "alert-service", null, null, order, terms);
    }

    @Test
    void theAuditNamesWhoWishedTheReload() {
        as("operator").post("/-/reload").then().statusCode(200);

        Await.until("it is in the audit", () -> audited("routing").contains("operator"));
    }

    @Test
    void refusalsAreCounted() {
        when().get("/v1/groups").then().statusCode(401);

        as("viewer")
                .get("/q/metrics")
                .then()
                .body(containsString("gpu_ledger_requests_refused_total{why=\"no-token\"}"));
    }
}
