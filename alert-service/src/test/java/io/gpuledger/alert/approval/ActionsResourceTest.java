package io.gpuledger.alert.approval;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.gpuledger.alert.act.ActionBook;
import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.alert.app.Await;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionOrder.Verb;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.event.action.ActionTold.Terms;
import io.gpuledger.common.event.action.Exemption;
import io.gpuledger.testing.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
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
import org.junit.jupiter.params.provider.ValueSource;

/** Actions as the service answers, on a real broker. */
@Tag("slow")
@QuarkusTest
@TestProfile(ActionsResourceTest.Nobody.class)
class ActionsResourceTest {

    /** A folder of its own, and a port nobody else has. */
    public static final class Nobody implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.http.test-port", "0", "gpu-ledger.state-dir", "target/state-" + UUID.randomUUID());
        }
    }

    @Inject
    ActionBook book;

    private final String id = UUID.randomUUID().toString();
    private final Map<String, String> labels = Map.of("alertname", "burn", "owner", "team-" + id);

    @BeforeAll
    static void topics() {
        TestBroker.createTopics();
    }

    /** An alert that fires, and an action that waits for somebody's yes. */
    @BeforeEach
    void asked() throws Exception {
        Await.until("ready", () -> when().get("/q/health/ready").statusCode() == 200);
        given().contentType(ContentType.JSON)
                .body(List.of(Map.of("labels", labels)))
                .post("/api/v2/alerts")
                .then()
                .statusCode(200);
        Instant now = Instant.now();
        Terms terms = new Terms(
                "stopper",
                0,
                "{}:{owner=\"" + id + "\"}",
                "n-" + id,
                List.of(Fingerprint.of(labels)),
                "page",
                "sweep-1",
                now,
                true,
                now.plus(Duration.ofHours(1)),
                null);
        ActionOrder order =
                new ActionOrder(Verb.STOP_POD, new AccountRef("runpod", "main"), "p1", null, false, Exemption.NONE, 5);
        book.write(new ActionTold(id, now, Step.REQUESTED, "alert-service", null, null, order, terms));
        Await.until("it waits", () -> when().get("/v1/actions/" + id).statusCode() == 200);
    }

    private ValidatableResponse says(String verdict, String body) {
        return given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/actions/" + id + "/" + verdict)
                .then();
    }

    @Test
    void aYesHoldsWhenItIsAnsweredAndCannotBeSaidTwice() {
        says("approve", "{\"by\": \"ada\", \"why\": \"nobody needs it\"}")
                .statusCode(200)
                .body("state", equalTo("commanded"))
                .body("action", equalTo("stop_pod"))
                .body("steps.step", hasItem("approved"))
                .body("steps.by", hasItem("ada"));

        says("approve", "{\"by\": \"bob\", \"why\": \"me too\"}")
                .statusCode(409)
                .contentType(startsWith("application/problem+json"))
                .body("type", equalTo("urn:gpu-ledger:problem:not-waiting"));
    }

    @Test
    void whoSaidItIsInTheAudit() {
        says("approve", "{\"by\": \"ada\", \"why\": \"nobody needs it\"}").statusCode(200);

        Await.until(
                "it is in the audit",
                () -> given().queryParam("action", "action")
                                .queryParam("object", id)
                                .get("/v1/audit")
                                .jsonPath()
                                .getList("$")
                                .size()
                        == 1);
        given().queryParam("object", id)
                .get("/v1/audit")
                .then()
                .body("[0].action", equalTo("action.approve"))
                .body("[0].by", equalTo("ada"))
                .body("[0].before.state", equalTo("waiting"))
                .body("[0].reason", equalTo("nobody needs it"));
    }

    @Test
    void aNoEndsIt() {
        says("refuse", "{\"by\": \"ada\", \"why\": \"the last epoch runs\"}")
                .statusCode(200)
                .body("state", equalTo("refused"))
                .body("open", equalTo(false));

        when().get("/v1/actions?state=past&limit=1000").then().statusCode(200).body("id", hasItem(id));
    }

    @Test
    void whoSaysItAndWhyAreAskedFor() {
        says("approve", "{\"by\": \"ada\"}")
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("detail", equalTo("why is required"));
        says("refuse", "{\"why\": \"so\", \"by\": \" \"}")
                .statusCode(400)
                .body("detail", equalTo("by must not be blank"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "{\"by\": 7, \"why\": {}}"})
    void whatCannotBeReadIsSaidSo(String body) {
        says("approve", body)
                .statusCode(400)
                .contentType(startsWith("application/problem+json"))
                .body("detail", startsWith("body "));
    }

    @Test
    void whatIsNotThereIsSaidSo() {
        given().contentType(ContentType.JSON)
                .body("{\"by\": \"ada\", \"why\": \"x\"}")
                .post("/v1/actions/none/approve")
                .then()
                .statusCode(404)
                .contentType(startsWith("application/problem+json"));
        when().get("/v1/actions?state=some")
                .then()
                .statusCode(400)
                .body("detail", equalTo("state must be open, past or all"));
    }
}
