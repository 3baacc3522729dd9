package io.gpuledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.simulator.http.Fault;
import io.gpuledger.simulator.http.FaultOrder;
import io.gpuledger.simulator.scenario.ScenarioFile;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsTest {

    private Simulator simulator;
    private Asking asking;

    @BeforeEach
    void start() throws Exception {
        simulator = Simulator.start(0, ScenarioFile.demo(), new SetClock(Instant.parse("2026-06-01T12:00:00Z")));
        asking = new Asking(simulator.baseUrl());
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    @ParameterizedTest
    @CsvSource({
        "401, 401, Unauthorized",
        "403, 403, error code: 1010",
        "410, 410, Gone",
        "500, 500, Internal Server Error",
        "502, 502, <html>",
        "malformed, 200, half",
        "null-pods, 200, '{\"pods\":null}'"
    })
    void restFailsAsOrdered(String name, int status, String words) throws Exception {
        simulator.faults().show(FaultOrder.always(Fault.named(name).orElseThrow()));

        var answer = asking.get("/v2/pods");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    @ParameterizedTest
    @CsvSource({"errors, INTERNAL_SERVER_ERROR", "scoped-key, Unauthorized", "null-account, '\"myself\":null'"})
    void graphqlFailsWithStatus200(String name, String words) throws Exception {
        simulator.faults().show(FaultOrder.always(Fault.named(name).orElseThrow()));

        var answer = asking.ask("{ myself { clientBalance } }");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Asking.read(answer.body()).path("data").path("myself").isNull())
                .isTrue();
        assertThat(answer.body()).contains(words);
    }

    @Test
    void aRateLimitTellsWhenToComeBackAndPassesAfterItsCount() throws Exception {
        var order = "{\"name\":\"429\",\"retryAfter\":12,\"count\":2,\"on\":\"rest\"}";
        assertThat(asking.send("POST", "/simulator/faults", order).statusCode()).isEqualTo(204);

        assertThat(asking.get("/v2/pods").headers().firstValue("Retry-After")).hasValue("12");
        assertThat(asking.ask("{ myself { id } }").statusCode()).isEqualTo(200);
        assertThat(asking.get("/v2/pods").statusCode()).isEqualTo(429);
        assertThat(asking.get("/v2/pods").statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultIsSwitchedOff() throws Exception {
        simulator.faults().show(FaultOrder.always(Fault.GONE));
        assertThat(asking.send("GET", "/simulator/state", "").body()).contains("\"faults\":[\"410\"]");

        asking.send("DELETE", "/simulator/faults", "");

        assertThat(asking.get("/v2/pods").statusCode()).isEqualTo(200);
    }

    @Test
    void aFaultThatIsNotKnownIsRefusedWithTheNamesThatAre() throws Exception {
        var answer = asking.send("POST", "/simulator/faults", "{\"name\":\"418\"}");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("429").contains("null-pods");
    }

    @Test
    void pricesAreTextsWhereOrdered() throws Exception {
        simulator.faults().show(FaultOrder.always(Fault.STRING_PRICES));

        assertThat(asking.get("/v2/pods").body()).contains("\"cost\":\"2.99\"");
        assertThat(asking.ask("{ myself { pods { costPerHr } } }").body()).contains("\"costPerHr\":\"2.99\"");
    }

    @Test
    void aCutConnectionGivesNoAnswer() {
        simulator.faults().show(FaultOrder.always(Fault.CUT));

        assertThatThrownBy(() -> asking.get("/v2/pods")).isInstanceOf(IOException.class);
    }
}
