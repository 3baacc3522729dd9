package io.gpuledger.ledger.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.gpuledger.testing.TestBroker;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The configuration on a real broker: what is asked for is decided, kept and shown. */
@QuarkusTest
class ConfigServiceTest {

    @BeforeEach
    void theConfigurationIsThere() {
        TestBroker.createTopics();
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> when().get("/v1/config").path("version") instanceof Integer version && version > 0);
    }

    @Test
    void theShippedRulesAreResources() {
        when().get("/v1/rules")
                .then()
                .statusCode(200)
                .body("name", hasItem("burn-4x-plan"))
                .body("find { it.name == 'burn-4x-plan' }.manager", equalTo("shipped"));
    }

    @Test
    void aBudgetIsMadeChangedAndDeletedByVersion() {
        int version = given().body("{\"owner\": \"ops\", \"amount\": 10}")
                .header("X-Changed-By", "ada")
                .put("/v1/budgets/ops")
                .then()
                .statusCode(201)
                .body("value.amount", equalTo(10))
                .body("by", equalTo("ada"))
                .extract()
                .path("version");

        given().header("If-Match", "\"" + version + "\"")
                .body("{\"owner\": \"ops\", \"amount\": 20}")
                .put("/v1/budgets/ops")
                .then()
                .statusCode(200)
                .body("version", greaterThan(version));
        given().header("If-Match", "\"" + version + "\"")
                .body("{\"owner\": \"ops\", \"amount\": 30}")
                .put("/v1/budgets/ops")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gpu-ledger:problem:version-conflict"))
                .body("version", greaterThan(version));
        when().delete("/v1/budgets/ops").then().statusCode(428);
        String etag = when().get("/v1/budgets/ops")
                .then()
                .body("value.amount", equalTo(20))
                .extract()
                .header("ETag");
        given().header("If-Match", etag).delete("/v1/budgets/ops").then().statusCode(204);
        when().get("/v1/budgets/ops").then().statusCode(404);
    }

    @Test
    void whatBreaksARuleIsAProblemThatNamesFieldAndRule() {
        given().body("{\"owner\": \"ops\", \"amount\": -1}")
                .put("/v1/budgets/bad")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("detail", equalTo("amount must be above zero"));
        given().body("{\"metric\": \"balance\", \"below\": 1, \"severity\": \"page\", \"colour\": 1}")
                .put("/v1/rules/bad")
                .then()
                .statusCode(400)
                .body("detail", containsString("colour"));
    }

    @Test
    void manyChangesAreDoneAllOrNone() {
        given().body("""
                        {"changes": [
                          {"kind": "budget", "name": "one", "expectedVersion": 0, "value": {"owner": "one", "amount": 1}},
                          {"kind": "budget", "name": "two", "expectedVersion": 7, "value": {"owner": "two", "amount": 2}}]}
                        """).post("/v1/config/changes").then().statusCode(409);

        when().get("/v1/budgets").then().body("name", not(hasItems("one")));
    }

    @Test
    void ownersAreOneListWithOneVersion() {
        given().body("{\"rules\": [{\"owner\": \"lab\", \"namePattern\": \"lab-*\"}]}")
                .put("/v1/owners")
                .then()
                .statusCode(201);
        String etag = when().get("/v1/owners")
                .then()
                .body("value.rules[0].owner", equalTo("lab"))
                .extract()
                .header("ETag");
        given().header("If-Match", etag).delete("/v1/owners").then().statusCode(204);
    }
}
