package io.gpuledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.simulator.Simulator;
import io.gpuledger.simulator.http.Fault;
import io.gpuledger.simulator.http.FaultOrder;
import io.gpuledger.simulator.scenario.Scenario;
import io.gpuledger.simulator.scenario.ScenarioFile;
import java.time.Clock;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The user's story: somebody's pods multiply, and a page and a ticket are there while the money is. */
class StoryTest {

    private static final String SCENARIO = """
            account: {key: simulated, balance: 5000, spendLimit: 500, chargedEvery: 5m}
            storage: {runningPerGbMonth: 0.10, stoppedPerGbMonth: 0.20, hoursPerMonth: 720}
            gpus:
              - {id: NVIDIA GeForce RTX 4090, name: RTX 4090, memory: 24, secure: 0.69, community: 0.34}
            pods:
              - {name: web-inference-1, gpu: NVIDIA GeForce RTX 4090, start: -1h, disk: 30, utilisation: 57,
                 dataCenter: US-KS-2, image: example/inference:12, env: {HF_TOKEN: a-secret-of-the-pod}}
              - {name: interns-sweep, gpu: NVIDIA GeForce RTX 4090, disk: 20, utilisation: 22,
                 dataCenter: US-KS-2, image: example/sweep:1, multiply: {at: 5s, into: 200, every: 2s, until: 25s}}
            """;

    private static String configuration(Simulator provider) {
        return """
                accounts:
                  - {name: main, provider: runpod, keyEnv: GPU_LEDGER_SIMULATED_KEY, url: "%s", pollInterval: 5s}
                owners:
                  - {owner: web, namePattern: "web-*"}
                  - {owner: interns, namePattern: "interns-*"}
                budgets:
                  - {name: interns, owner: interns, amount: 100, period: month}
                """.formatted(provider.baseUrl());
    }

    private static String routing(Sink sink) {
        return """
                route:
                  receiver: tickets
                  group_by: [owner, account]
                  group_wait: 2s
                  group_interval: 5s
                  routes:
                    - {receiver: pager, matchers: ['severity = "page"']}
                receivers:
                  - name: pager
                    webhook_configs: [{url: "%1$s"}]
                  - name: tickets
                    webhook_configs: [{url: "%1$s"}]
                """.formatted(sink.url());
    }

    @Test
    void aRunAwayPagesOnceAndAProviderThatFailsPagesToo() throws Exception {
        Scenario scenario = ScenarioFile.parse("story", SCENARIO);
        try (Simulator provider = Simulator.start(0, scenario, Clock.systemUTC());
                Sink sink = new Sink();
                Stage stage = new Stage("story", configuration(provider), routing(sink))) {
            Actor ledger = stage.actor("ledger-service").start();
            Actor alerts = stage.actor("alert-service").start();
            stage.actor("pricing-service").start().awaitReady();
            ledger.awaitReady();
            alerts.awaitReady();

            Awaitility.await("a page and a ticket for the interns")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> sink.told("pager", "burn-4x-plan", "firing").size() == 1
                            && sink.told("tickets", "burn-2x-plan", "firing").size() == 1);
            JsonNode page = sink.told("pager", "burn-4x-plan", "firing").getFirst();
            assertThat(page.path("groupLabels").path("owner").asText()).isEqualTo("interns");
            assertThat(page.toString()).contains("interns-sweep").doesNotContain("a-secret-of-the-pod");
            assertThat(costOf(ledger, "web")).isPositive();

            provider.faults().show(FaultOrder.always(Fault.named("500").orElseThrow()));
            Awaitility.await("somebody is told that the account cannot be seen")
                    .atMost(Duration.ofSeconds(90))
                    .until(() -> !sink.told("pager", "account-not-observed", "firing")
                            .isEmpty());
            provider.faults().clear();
            Awaitility.await("and that it can be seen again")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> !sink.told("pager", "account-not-observed", "resolved")
                            .isEmpty());
            assertThat(sink.told("pager", "burn-4x-plan", "firing")).hasSize(1);
        }
    }

    private static double costOf(Actor ledger, String owner) {
        JsonNode answer = ledger.get("/v1/costs?owner=" + owner);
        return answer == null
                ? 0
                : answer.path("total").path("cost").path("usd").asDouble();
    }
}
