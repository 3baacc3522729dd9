package io.gpuledger.alert.answer;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.gpuledger.alert.app.Await;
import io.gpuledger.alert.app.Crossings;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.event.ManagedBy;
import io.gpuledger.testing.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Acks, PagerDuty's webhook and the audit as a process answers; the pagers it tells are never reached. */
@Tag("slow")
@QuarkusTest
@TestProfile(AnswersResourceTest.Escalating.class)
class AnswersResourceTest {

    private static final String SECRET = "whs_0123456789";
    private static final String ROUTING = """
            route:
              receiver: pager
              group_by: [owner]
              group_wait: 50ms
              group_interval: 200ms
              repeat_interval: 1h
              escalation: up
            escalations: [{name: up, steps: [{wait: 1h, receiver: lead}]}]
            receivers:
            - name: pager
              pagerduty_configs: [{routing_key: 0123456789abcdef0123456789abcdef, url: 'http://127.0.0.1:9/'}]
            - name: lead
            """;

    /** A routing file of its own, with a pager and somebody behind it. */
    public static final class Escalating implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            try {
                Path folder = Files.createDirectories(Path.of("target/answers-" + UUID.randomUUID()));
                return Map.of(
                        "quarkus.http.test-port", "0",
                        "gpu-ledger.state-dir", folder.resolve("state").toString(),
                        "gpu-ledger.alert.routing-file",
                                Files.writeString(folder.resolve("routing.yml"), ROUTING)
                                        .toString(),
                        "gpu-ledger.alert.pagerduty-webhook-secret-file",
                                Files.writeString(folder.resolve("hook.secret"), "old " + SECRET + "\n")
                                        .toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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

    /** Something of this owner fires, and its group was told. */
    private String group() {
        given().contentType(ContentType.JSON)
                .body("[{\"labels\": {\"alertname\": \"burn\", \"owner\": \"" + owner + "\"}}]")
                .post("/api/v2/alerts")
                .then()
                .statusCode(200);
        Await.until("its group was told", () -> asked("escalation.nextAt") != null);
        return String.valueOf(asked("id"));
    }

    /** What the owner's only group has there; nothing where it has not, or there is none. */
    private @Nullable Object asked(String path) {
        List<Object> found = given().queryParam("filter", "owner=\"" + owner + "\"")
                .get("/v1/groups")
                .jsonPath()
                .getList(path);
        return found == null || found.isEmpty() ? null : found.getFirst();
    }

    private static ValidatableResponse post(String ack) {
        return given().contentType(ContentType.JSON).body(ack).post("/v1/acks").then();
    }

    @Test
    void anAckHoldsWhenItsPostIsAnsweredUntilItIsWithdrawn() {
        String group = group();

        post("{\"group\": \"%s\", \"by\": \"ann\", \"comment\": \"on it\"}".formatted(group))
                .statusCode(200)
                .body("state", equalTo("acknowledged"))
                .body("via", equalTo("rest"))
                .body("alerts", hasSize(1));
        given().queryParam("filter", "owner=\"" + owner + "\"")
                .get("/v1/groups")
                .then()
                .body("[0].acknowledged.by", equalTo("ann"))
                .body("[0].escalation.next", equalTo("lead"))
                .body("[0].escalation.nextAt", nullValue());
        given().queryParam("filter", "owner=\"" + owner + "\"")
                .queryParam("acknowledged", false)
                .get("/v1/groups")
                .then()
                .body("$", empty());

        given().header("X-Changed-By", "bob")
                .delete("/v1/acks/" + group)
                .then()
                .statusCode(200)
                .body("state", equalTo("withdrawn"));
        given().queryParam("filter", "owner=\"" + owner + "\"")
                .get("/v1/groups")
                .then()
                .body("[0].acknowledged", nullValue())
                .body("[0].escalation.nextAt", notNullValue());
        when().delete("/v1/acks/" + group).then().statusCode(404);
        given().queryParam("object", group)
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("action", hasItems("ack.acknowledge", "ack.withdraw"))
                .body("by", hasItems("ann", "bob"))
                .body("[0].before.state", equalTo("acknowledged"))
                .body("[0].after.state", equalTo("withdrawn"));
    }

    @Test
    void whoKeepsItQuietIsInTheHistory() {
        String group = group();
        post("{\"group\": \"%s\", \"by\": \"ann\"}".formatted(group)).statusCode(200);

        Await.until(
                "it is in the history",
                () -> given().queryParam("filter", "owner=\"" + owner + "\"")
                        .queryParam("decision", "withheld")
                        .get("/v1/history")
                        .body()
                        .asString()
                        .contains("\"acknowledged\""));
    }

    @Test
    void saysWhatIsWrongWithAnAck() {
        post("{\"group\": \"0000000000000000\", \"by\": \"ann\"}")
                .statusCode(404)
                .contentType("application/problem+json")
                .body("detail", startsWith("group must be the id"));
        post("{\"by\": \"ann\"}").statusCode(400).body("detail", equalTo("group is required"));
        post("{\"group\": \"0000000000000000\"}").statusCode(400).body("detail", equalTo("by is required"));
        post("{\"group\": \"0\", \"by\": \"a\", \"expiresAt\": \"2020-01-01T00:00:00Z\"}")
                .statusCode(400)
                .body("detail", equalTo("expiresAt must be in the future"));
        post("{\"group\": \"0\", \"by\": \"a\", \"expiresAt\": \"2190-01-01T00:00:00Z\"}")
                .body("detail", equalTo("expiresAt must be at most 90 days ahead"));
        post("{\"group\": \"0\", \"by\": \"a\", \"via\": \"pagerduty\"}")
                .body("detail", equalTo("via must be rest, cli or console"));
        post("{\"group\": \"0\", \"by\": \"a\", \"comment\": \"" + "x".repeat(4_097) + "\"}")
                .body("detail", startsWith("comment must have at most"));
        post("{\"grup\": \"0\"}").statusCode(400).body("detail", containsString("unknown field 'grup'"));
        post("{").statusCode(400).body("detail", startsWith("body "));
        given().queryParam("limit", 0)
                .get("/v1/groups")
                .then()
                .statusCode(400)
                .body("detail", equalTo("limit must be a whole number from 1 to 1000"));
        given().queryParam("acknowledged", "perhaps").get("/v1/groups").then().statusCode(400);
        given().queryParam("action", "ack.steal")
                .get("/v1/audit")
                .then()
                .statusCode(400)
                .body("detail", startsWith("action must be one of"));
        given().queryParam("from", "yesterday").get("/v1/audit").then().statusCode(400);
    }

    private static ValidatableResponse hook(String body, String secret) {
        String signature = HexFormat.of().formatHex(HookSignature.signed(secret, body.getBytes(UTF_8)));
        return given().contentType(ContentType.JSON)
                .header("X-PagerDuty-Signature", "v1=00,v1=" + signature)
                .body(body)
                .post("/v1/hooks/pagerduty")
                .then();
    }

    private String event(String type) {
        return """
                {"event": {"id": "%s", "event_type": "%s", "resource_type": "incident", "occurred_at": "%s",
                  "agent": {"id": "P1", "summary": "Ann Example", "type": "user_reference"},
                  "data": {"id": "Q1", "type": "incident", "status": "acknowledged", "incident_key": "%s",
                    "html_url": "https://example.pagerduty.com/incidents/Q1"}}}
                """.formatted(UUID.randomUUID(), type, Instant.now(), asked("dedupKey"));
    }

    @Test
    void whoAcknowledgesAtPagerDutyAcknowledgesHere() {
        group();

        hook(event("incident.acknowledged"), SECRET).statusCode(202).body("groups", equalTo(1));
        Await.until("it holds", () -> "Ann Example".equals(asked("acknowledged.by")));
        hook(event("incident.unacknowledged"), SECRET).statusCode(202);
        Await.until("it holds no more", () -> asked("acknowledged") == null);
        hook(event("incident.annotated"), SECRET).statusCode(202).body("groups", equalTo(0));
    }

    @Test
    void aWebhookThatIsNotSignedChangesNothing() {
        group();

        hook(event("incident.acknowledged"), "another").statusCode(401).contentType("application/problem+json");
        given().body(event("incident.acknowledged"))
                .post("/v1/hooks/pagerduty")
                .then()
                .statusCode(401);
        hook("{}", SECRET).statusCode(400).body("detail", equalTo("event.event_type is required"));
        hook(" ".repeat(262_145), SECRET).statusCode(413);
        given().queryParam("filter", "owner=\"" + owner + "\"")
                .get("/v1/groups")
                .then()
                .body("[0].acknowledged", nullValue());
    }

    @Test
    void everyChangeOfASilenceAndOfTheRoutingIsInTheAudit() {
        String id = given().contentType(ContentType.JSON)
                .body("""
                        {"matchers": [{"name": "owner", "value": "%s", "isRegex": false}],
                         "startsAt": "2026-01-01T00:00:00Z", "endsAt": "2199-01-01T00:00:00Z",
                         "createdBy": "ann", "comment": "planned"}
                        """.formatted(owner))
                .post("/api/v2/silences")
                .then()
                .statusCode(200)
                .extract()
                .path("silenceID");
        given().header("X-Changed-By", "bob")
                .delete("/api/v2/silence/" + id)
                .then()
                .statusCode(200);
        when().post("/-/reload").then().statusCode(200);

        given().queryParam("object", id)
                .get("/v1/audit")
                .then()
                .body("action", hasItems("silence.expire", "silence.create"))
                .body("by", hasItems("bob", "ann"))
                .body("outcome", everyItem(equalTo("done")));
        Await.until(
                "the reload is there",
                () -> given().queryParam("action", "routing")
                        .get("/v1/audit")
                        .jsonPath()
                        .getList("via")
                        .contains("rest"));
        given().queryParam("action", "silence")
                .queryParam("by", "ann")
                .queryParam("limit", 1)
                .get("/v1/audit")
                .then()
                .body("$", hasSize(1))
                .body("by", hasItem("ann"));
    }

    @Test
    void everyChangeOfTheConfigurationIsInTheAudit() throws Exception {
        String name = "budget-" + UUID.randomUUID();
        ConfigDecided decided = new ConfigDecided(
                "c-" + name,
                Instant.now(),
                "cara",
                ManagedBy.REST,
                7,
                List.of(new ConfigDecided.Changed(ConfigKind.BUDGET, name, null, "0123456789abcdef")),
                List.of(new ConfigDecided.Refusal(
                        ConfigDecided.Reason.VERSION, ConfigKind.RULE, name, 3, "is at version 3")));
        try (Crossings ledger = new Crossings()) {
            ledger.say(decided);
        }

        given().queryParam("action", "config")
                .queryParam("object", "budget/" + name)
                .get("/v1/audit")
                .then()
                .statusCode(200)
                .body("$", hasSize(1))
                .body("[0].action", equalTo("config.change"))
                .body("[0].by", equalTo("cara"))
                .body("[0].after.sha256", equalTo("0123456789abcdef"));
        given().queryParam("by", "cara")
                .queryParam("outcome", "refused")
                .queryParam("object", "rule/" + name)
                .get("/v1/audit")
                .then()
                .body("[0].reason", equalTo("version: is at version 3"));
    }

    @Test
    void theHistoryHasWhatWasToldAndIsAskedByEachFilter() {
        group();
        String mine = "owner=\"" + owner + "\"";
        Await.until(
                "it is in the history",
                () -> !given().queryParam("filter", mine)
                        .get("/v1/history")
                        .jsonPath()
                        .getList("$")
                        .isEmpty());
        ValidatableResponse told = given().queryParam("filter", mine)
                .queryParam("receiver", "pager")
                .queryParam("decision", "told")
                .queryParam("group", "{}:{owner=")
                .queryParam("from", "2026-01-01T00:00:00Z")
                .queryParam("until", "2199-01-01T00:00:00Z")
                .get("/v1/history")
                .then()
                .statusCode(200)
                .body("$", not(empty()))
                .body("receiver", everyItem(equalTo("pager")))
                .body("decision", everyItem(equalTo("told")))
                .body("[0].groupKey", equalTo("{}:{owner=\"" + owner + "\"}"))
                .body("[0].alerts[0].labels.owner", equalTo(owner));
        String fingerprint = told.extract().path("[0].alerts[0].fingerprint");
        given().queryParam("fingerprint", fingerprint)
                .get("/v1/history")
                .then()
                .body("$", not(empty()))
                .body("groupKey", everyItem(equalTo("{}:{owner=\"" + owner + "\"}")));
        Map.of(
                        "receiver", "lead",
                        "decision", "released",
                        "group", "{}:{team=",
                        "from", "2198-01-01T00:00:00Z",
                        "until", "2026-01-01T00:00:00Z",
                        "fingerprint", "0000000000000000")
                .forEach((parameter, value) -> given().queryParam("filter", mine)
                        .queryParam(parameter, value)
                        .get("/v1/history")
                        .then()
                        .statusCode(200)
                        .body("$", empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/history, owner, 'decision, filter, fingerprint, from, group, limit, receiver, until'",
        "/v1/audit, since, 'action, by, from, limit, object, outcome, until'",
        "/v1/notifications, filter, limit",
        "/v1/groups, receivr, 'acknowledged, filter, limit, receiver'",
        "/v1/actions, by, 'limit, state'"
    })
    void aParameterNobodyKnowsIsNamed(String path, String parameter, String known) {
        given().queryParam(parameter, "x")
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo(parameter + " is no parameter of this; there are " + known));
    }

    @Test
    void whatAlertmanagerPassesOverIsPassedOver() {
        given().queryParam("colour", "red").get("/api/v2/alerts").then().statusCode(200);
    }
}
