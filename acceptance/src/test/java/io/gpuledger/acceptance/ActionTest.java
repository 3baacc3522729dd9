package io.gpuledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.simulator.Simulator;
import io.gpuledger.simulator.fleet.Phase;
import io.gpuledger.simulator.scenario.ScenarioFile;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The story of a pod that runs away and is stopped: from the alert to what the account costs. */
class ActionTest {

    private static final String SCENARIO = """
            account: {key: simulated, balance: 5000, spendLimit: 500, chargedEvery: 5m}
            storage: {runningPerGbMonth: 0.10, stoppedPerGbMonth: 0.20, hoursPerMonth: 720}
            gpus:
              - {id: NVIDIA H100 80GB HBM3, name: H100 SXM, memory: 80, secure: 29.90}
              - {id: NVIDIA L4, name: L4, memory: 24, secure: 0.43}
            pods:
              - {name: web-1, gpu: NVIDIA L4, start: -2h, disk: 30, dataCenter: US-KS-2, image: example/inference:12}
              - {name: interns-sweep, gpu: NVIDIA H100 80GB HBM3, start: -2h, disk: 20, volume: 72,
                 dataCenter: US-KS-2, image: example/sweep:1}
            """;

    private static String configuration(Simulator provider) {
        return """
                accounts:
                  - {name: main, provider: runpod, keyEnv: GPU_LEDGER_SIMULATED_KEY, url: "%s", pollInterval: 5s,
                     actions: [stop_pod]}
                owners:
                  - {owner: web, namePattern: "web-*"}
                  - {owner: interns, namePattern: "interns-*"}
                budgets:
                  - {name: interns, owner: interns, amount: 100, period: month}
                """.formatted(provider.baseUrl());
    }

    private static final String ROUTING = """
            route:
              receiver: nobody
              group_by: [owner]
              group_wait: 1s
              group_interval: 5s
              routes:
                - {receiver: stopper, matchers: ['alertname = "burn-4x-plan"']}
            receivers:
              - name: nobody
              - name: stopper
                action_configs:
                  - {action: stop_pod, dry_run: false, delay: 3s, exempt: {names: ['web-*']}}
            """;

    @Test
    void aRunawayPodIsStoppedAndTheAccountPaysForItsDiskOnly() throws Exception {
        try (Simulator provider = Simulator.start(0, ScenarioFile.parse("action", SCENARIO), Clock.systemUTC());
                Stage stage = new Stage("action", configuration(provider), ROUTING)) {
            Actor alerts = stage.actor("alert-service").start();
            Actor ledger = stage.actor("ledger-service").start();
            stage.actor("pricing-service").start().awaitReady();
            ledger.awaitReady();
            alerts.awaitReady();

            Awaitility.await("the pod is stopped")
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> phase(provider, "interns-sweep") == Phase.EXITED);
            Awaitility.await("and that it was is told")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> "done".equals(action(alerts).path("state").asText()));

            assertThat(phase(provider, "web-1")).isEqualTo(Phase.RUNNING);
            assertThat(action(alerts).path("steps").findValuesAsText("step"))
                    .containsExactly("requested", "noticed", "commanded", "done");
            BigDecimal disk = new BigDecimal("0.02");
            BigDecimal web = new BigDecimal("0.43")
                    .add(new BigDecimal("30")
                            .multiply(new BigDecimal("0.10"))
                            .divide(new BigDecimal("720"), java.math.MathContext.DECIMAL64));
            assertThat(provider.fleet().spendPerHour(Instant.now()))
                    .isCloseTo(disk.add(web), org.assertj.core.data.Offset.offset(new BigDecimal("0.000001")));
        }
    }

    private static Phase phase(Simulator provider, String name) {
        return provider.fleet().everyPod().stream()
                .filter(pod -> pod.name().equals(name))
                .map(pod -> pod.phase(Instant.now()))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode action(Actor alerts) {
        JsonNode actions = alerts.get("/v1/actions?state=past");
        return actions == null ? com.fasterxml.jackson.databind.node.MissingNode.getInstance() : actions.path(0);
    }
}
