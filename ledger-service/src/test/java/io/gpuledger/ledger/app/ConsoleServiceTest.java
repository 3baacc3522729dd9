package io.gpuledger.ledger.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.gpuledger.testing.Doors;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The console as browsers get it. */
@QuarkusTest
class ConsoleServiceTest {

    @ParameterizedTest
    @CsvSource({
        "/console/, text/html",
        "/console/index.html, text/html",
        "/console/console.css, text/css",
        "/console/js/main.js, text/javascript",
        "/console/favicon.svg, image/svg+xml",
    })
    void everyPageIsServedAndMayOnlyTalkToTheServices(String page, String type) {
        when().get(page)
                .then()
                .statusCode(200)
                .header("Content-Type", containsString(type))
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-cache")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        allOf(
                                containsString("default-src 'none'"),
                                containsString("script-src 'self';"),
                                containsString("connect-src 'self' http://127.0.0.1:8103;"),
                                containsString("frame-ancestors 'none'"),
                                not(containsString("unsafe"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/console"})
    void theShortWaysLeadToIt(String address) {
        given().redirects().follow(false).get(address).then().statusCode(302).header("Location", "/console/");
    }

    @Test
    void itIsToldWhereAlertsAre() {
        when().get("/console/addresses").then().statusCode(200).body("alerts", equalTo("http://127.0.0.1:8103"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        when().get("/console/js/nothing.js").then().statusCode(404);
    }

    @Test
    void noPageOfAnotherAddressChangesAnything() throws Exception {
        Map<String, Integer> answers = Doors.at(RestAssured.port).answersToPage("http://evil.example");

        assertThat(answers).hasSizeGreaterThan(8);
        assertThat(Doors.other(answers, 403)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "http://localhost:1", "null"})
    void itIsToldWhyAPageIsNotHeard(String origin) {
        given().header("Origin", origin)
                .contentType("text/plain")
                .body("{\"owner\": \"ops\", \"amount\": 10}")
                .put("/v1/budgets/evil")
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:gpu-ledger:problem:foreign-page"))
                .body("detail", containsString("Origin"));
    }

    @Test
    void whoRebindsANameToThisMachineIsNoOwnPage() {
        given().header("Origin", "http://evil.example:" + RestAssured.port)
                .header("Host", "evil.example:" + RestAssured.port)
                .post("/v1/dead-letters/0-1/replay")
                .then()
                .statusCode(403)
                .body("type", equalTo("urn:gpu-ledger:problem:foreign-page"));
    }

    @ParameterizedTest
    @CsvSource({"application/json, 400", "text/plain, 415"})
    void itsOwnPagesAreHeardWhereTheySayJson(String type, int status) {
        given().header("Origin", RestAssured.baseURI + ":" + RestAssured.port)
                .contentType(type)
                .body("{\"owner\": \"ops\", \"amount\": -1}")
                .put("/v1/budgets/bad")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    @Test
    void whoSaysNoOriginMaySayAnyType() {
        given().contentType("text/plain")
                .body("{\"owner\": \"ops\", \"amount\": -1}")
                .put("/v1/budgets/bad")
                .then()
                .statusCode(400)
                .body("detail", equalTo("amount must be above zero"));
    }
}
