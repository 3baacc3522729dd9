package io.gpuledger.alert.api;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.gpuledger.alert.app.Await;
import io.gpuledger.testing.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The service as a process answers, on the shipped routing with nobody to tell. */
@Tag("slow")
@QuarkusTest
@TestProfile(AlertsResourceTest.Nobody.class)
class AlertsResourceTest {

    /** A folder of its own, and a port nobody else has. */
    public static final class Nobody implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.test-port", "0", "gpu-ledger.state-dir", "target/state-" + UUID.randomUUID());
        }
    }

    private final String owner = "team-" + UUID.randomUUID();

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    @BeforeEach
    void ready() {
        Await.until("ready", () -> when().get("/q/health/ready").statusCode() == 200);
    }

    private void post(String alerts, int status) {
        given().contentType(ContentType.JSON)
                .body(alerts)
                .post("/api/v2/alerts")
                .then()
                .statusCode(status);
    }

    private void postPageAndTicket() {
        post("""
                [{"labels": {"alertname": "burn", "owner": "%1$s", "severity": "page"}},
                 {"labels": {"alertname": "burn", "owner": "%1$s", "severity": "ticket"},
                  "startsAt": "0001-01-01T00:00:00Z", "endsAt": "0001-01-01T00:00:00Z"}]
                """.formatted(owner), 200);
        Await.until("both are on the board", () -> alerts().size() == 2);
    }

    private List<Map<String, Object>> alerts() {
        return given().queryParam("filter", "owner=\"" + owner + "\"")
                .get("/api/v2/alerts")
                .jsonPath()
                .getList("$");
    }

    @Test
    void showsWhatIsKeptQuietAndByWhom() {
        postPageAndTicket();

        given().queryParam("filter", "owner=\"" + owner + "\"", "severity=ticket")
                .get("/api/v2/alerts")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("status.state", contains("suppressed"))
                .body("[0].status.inhibitedBy.size()", equalTo(1))
                .body("[0].status.silencedBy", empty())
                .body("[0].receivers.name", contains("tickets"))
                .body("[0].endsAt", containsString("Z"));
        given().queryParam("filter", "owner=\"" + owner + "\"")
                .queryParam("inhibited", false)
                .get("/api/v2/alerts")
                .then()
                .body("labels.severity", contains("page"));
    }

    @Test
    void showsGroupsByReceiver() {
        postPageAndTicket();

        given().queryParam("filter", "owner=\"" + owner + "\"")
                .queryParam("receiver", "pag.*")
                .get("/api/v2/alerts/groups")
                .then()
                .statusCode(200)
                .body("receiver.name", contains("pager"))
                .body("[0].labels.owner", equalTo(owner))
                .body("[0].alerts.labels.severity", contains("page"));
    }

    @Test
    void takesTheValidOnesAndSaysWhatIsWrongWithTheOthers() {
        given().contentType(ContentType.JSON)
                .body("[{\"labels\": {\"alertname\": \"x\", \"owner\": \"" + owner
                        + "\"}}, {\"labels\": {\"a\": \"\"}}]")
                .post("/api/v2/alerts")
                .then()
                .statusCode(400)
                .body(containsString("[1]: labels needs at least one label"));

        Await.until("the valid one is on the board", () -> alerts().size() == 1);
    }

    @Test
    void saysWhatIsWrongWithAQuestion() {
        given().queryParam("filter", "a~b")
                .get("/api/v2/alerts")
                .then()
                .statusCode(400)
                .body(containsString("matcher"));
        given().queryParam("limit", 0)
                .get("/v1/notifications")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gpu-ledger:problem:invalid-value"))
                .body("detail", startsWith("limit "));
    }

    @Test
    void answersWhatClientsOfAlertmanagerAskFirst() {
        when().get("/api/v2/status").then().statusCode(200).body("cluster.status", equalTo("ready"));
        Await.until(
                "it is known to all",
                () -> !when().get("/api/v2/status")
                        .jsonPath()
                        .getList("cluster.peers.name")
                        .isEmpty());
        when().get("/api/v2/status")
                .then()
                .body("cluster.name", startsWith("127.0.0.1:"))
                .body("cluster.peers.name", hasItem(startsWith("127.0.0.1:")))
                .body("cluster.peers.address", hasItem(startsWith("127.0.0.1:")));
        when().get("/api/v2/receivers").then().body("name", hasItem("pager"));
        when().get("/-/healthy").then().statusCode(200);
        when().get("/-/ready").then().statusCode(200);
        when().get("/nowhere").then().statusCode(404);
        when().get("/v1/notifications").then().statusCode(200).body("size()", lessThanOrEqualTo(50));
        when().get("/q/openapi").then().statusCode(200);
    }

    @Test
    void aSilenceHoldsWhenItsPostIsAnsweredAndEndsWhenItIsDeleted() {
        post("[{\"labels\": {\"alertname\": \"burn\", \"owner\": \"" + owner + "\"}}]", 200);
        Await.until("it is on the board", () -> alerts().size() == 1);

        String id = given().contentType(ContentType.JSON)
                .body(silence(owner, "2199-01-01T00:00:00Z"))
                .post("/api/v2/silences")
                .then()
                .statusCode(200)
                .extract()
                .path("silenceID");
        given().queryParam("filter", "owner=\"" + owner + "\"")
                .get("/api/v2/alerts")
                .then()
                .body("[0].status.state", equalTo("suppressed"))
                .body("[0].status.silencedBy", contains(id));
        when().get("/api/v2/silence/" + id)
                .then()
                .statusCode(200)
                .body("status.state", equalTo("active"))
                .body("matchers[0].isEqual", equalTo(true));

        when().delete("/api/v2/silence/" + id).then().statusCode(200);
        given().queryParam("filter", "owner=\"" + owner + "\"")
                .get("/api/v2/alerts")
                .then()
                .body("[0].status.state", equalTo("active"));
        given().queryParam("filter", "owner=\"" + owner + "\"")
                .get("/api/v2/silences")
                .then()
                .body("status.state", contains("expired"));
        when().delete("/api/v2/silence/" + id).then().statusCode(200);
    }

    @Test
    void saysWhatIsWrongWithASilence() {
        given().contentType(ContentType.JSON)
                .body(silence(owner, "2020-01-01T00:00:00Z"))
                .post("/api/v2/silences")
                .then()
                .statusCode(400)
                .body(containsString("endsAt must"));
        given().contentType(ContentType.JSON)
                .body("{\"matchers\": 7}")
                .post("/api/v2/silences")
                .then()
                .statusCode(422)
                .body("code", equalTo(601));
        when().get("/api/v2/silence/not-a-uuid").then().statusCode(422);
        when().get("/api/v2/silence/" + UUID.randomUUID()).then().statusCode(404);
        when().delete("/api/v2/silence/" + UUID.randomUUID()).then().statusCode(404);
    }

    private static String silence(String owner, String until) {
        return """
                {"matchers": [{"name": "owner", "value": "%s", "isRegex": false}],
                 "startsAt": "2026-01-01T00:00:00Z", "endsAt": "%s", "createdBy": "ann", "comment": "planned"}
                """.formatted(owner, until);
    }

    @Test
    void countsUnderAlertmanagersNames() {
        postPageAndTicket();

        when().get("/q/metrics")
                .then()
                .body(containsString("alertmanager_alerts{state=\"suppressed\"}"))
                .body(containsString("alertmanager_dispatcher_aggregation_groups"))
                .body(containsString("alertmanager_inhibition_rules 1.0"));
    }

    @Test
    void saysWhoWouldBeTold() {
        given().contentType(ContentType.JSON)
                .body("{\"labels\": {\"alertname\": \"burn\", \"owner\": \"%s\", \"severity\": \"page\"}}"
                        .formatted(owner))
                .post("/v1/routing/try")
                .then()
                .statusCode(200)
                .body("ways.receiver", contains("pager"))
                .body("ways[0].told", equalTo(false))
                .body("ways[0].integrations", empty())
                .body("ways[0].quiet", empty());
        given().contentType(ContentType.JSON)
                .body("{\"labels\": {}}")
                .post("/v1/routing/try")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/history?limit=x",
                "/v1/history?limit=0",
                "/v1/notifications?limit=1001",
                "/v1/groups?limit=x",
                "/v1/groups?limit=0",
                "/v1/audit?limit=x",
                "/v1/audit?limit=1001",
                "/v1/actions?limit=x",
                "/v1/actions?limit=0"
            })
    void saysWhichLimitsThereAre(String path) {
        when().get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("limit must be a whole number from 1 to 1000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "null", "{", "[]", "{\"labels\": 7}", "{\"labels\": {\"a\": \"b\"}, \"startsAt\": \"soon\"}"
            })
    void saysWhatIsWrongWithATrial(String body) {
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/routing/try")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", anyOf(startsWith("body "), startsWith("labels ")));
    }

    @Test
    void answersWhereAlertmanagerDoesAndNowhereElse() {
        when().get("/metrics")
                .then()
                .statusCode(200)
                .body(containsString("alertmanager_build_info{"))
                .body(containsString("alertmanager_silences{state=\"active\"}"))
                .body(containsString("alertmanager_alerts_received_total{status=\"firing\",version=\"v2\"}"));
        when().get("/api/v1/alerts").then().statusCode(410);
        when().get("/alertmanager/api/v2/status").then().statusCode(404);
        when().options("/api/v2/alerts").then().statusCode(405);
    }
}
