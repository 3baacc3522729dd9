package io.gpuledger.ledger.app;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked wrongly is refused with the reason, and never answered as if it had been something else. */
@QuarkusTest
class RefusalsTest {

    private static final String PROBLEM = "application/problem+json";

    @BeforeEach
    void answers() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> when().get("/v1/costs").statusCode() == 200
                        && when().get("/v1/config").statusCode() == 200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/costs?tier=sopt | tier must be one of on_demand, spot, reserved, on_prem",
                "/v1/costs?component=gpu | component must be one of compute, storage, network, overhead, adjustment",
                "/v1/costs?estimated=maybe | estimated must be one of true, false",
                "/v1/explain?use=jobs | use must be one of job, idle",
                "/v1/costs?from=2026-11-01T00:00:00Z&from=2026-11-02T00:00:00Z | from must be given once",
                "/v1/costs?limit=5&limit=6 | limit must be given once",
                "/v1/burn?owner=research | owner is no parameter of this; there are kind",
                "/v1/burn?kind=owner&kind=all | kind must be given once",
                "/v1/accounts?name=main | name is no parameter of this; there are none",
                "/v1/budgets/status?owner=research | owner is no parameter of this; there are none",
                "/v1/rules/state?sort=name | sort is no parameter of this; there are limit, offset, rule, scope, status"
            })
    void aQuestionThatMeansNothingIsRefusedByName(String question, String detail) {
        when().get(question).then().statusCode(400).contentType(PROBLEM).body("detail", equalTo(detail));
    }

    @ParameterizedTest
    @CsvSource({"/v1/costs?tier=", "/v1/costs?priceSource=observed", "/v1/costs?reconciled=false&use=idle"})
    void aFilterThatCanHoldIsAnswered(String question) {
        when().get(question).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET | /v1/nothing | 404 | there is nothing at /v1/nothing",
                "GET | /nothing | 404 | there is nothing at /nothing",
                "GET | /v1/budgets/nothing | 404 | there is no budget/nothing",
                "POST | /v1/costs | 405 | /v1/costs takes other methods; /q/openapi has them"
            })
    void whatNothingAnswersIsAProblemToo(String method, String path, int status, String detail) {
        when().request(method, path)
                .then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("detail", equalTo(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"owner\": \" \", \"amount\": 1} | owner, account, project, costCentre, all needs exactly one of them",
                "{\"owner\": \"a\\u0000\", \"amount\": 1} | owner must not contain control characters",
                "{\"account\": \"main\", \"amount\": 1} | account must be PROVIDER/NAME, such as runpod/main"
            })
    void aBudgetWhoseBooksCannotBeIsRefusedAndTheLedgerGoesOn(String budget, String detail) {
        given().contentType("application/json")
                .body(budget)
                .put("/v1/budgets/wrong")
                .then()
                .statusCode(400)
                .body("detail", equalTo(detail));
    }
}
