package io.gpuledger.ledger.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
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
}
