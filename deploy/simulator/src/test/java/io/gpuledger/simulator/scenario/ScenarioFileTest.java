package io.gpuledger.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.event.AccountRef;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

    private static final String HEAD = """
            account: {balance: 100}
            storage: {runningPerGbMonth: 0.1, stoppedPerGbMonth: 0.2, hoursPerMonth: 720}
            gpus: [{id: G, memory: 24, secure: 0.5}]
            """;

    @Test
    void theDemoHasThreeTeamsAtWorkAndARunAway() {
        Scenario demo = ScenarioFile.demo();

        assertThat(demo.pods())
                .extracting(PodScript::name)
                .contains("research-llm-1", "vision-train-1", "web-inference-1", "interns-sweep");
        assertThat(demo.account().balance()).isEqualByComparingTo("5000");
        assertThat(demo.account().chargedEvery()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theDemoConfigurationIsOneAndKnowsTheOwnersOfTheDemo() throws Exception {
        LedgerFile file = ConfigFile.parse("demo-gpu-ledger.yaml", resource("demo-gpu-ledger.yaml"));

        assertThat(file.accounts()).singleElement().satisfies(account -> {
            assertThat(account.ref()).isEqualTo(new AccountRef("runpod", "main"));
            assertThat(account.keyEnv()).isEqualTo("GPU_LEDGER_SIMULATED_KEY");
            assertThat(account.interval()).isEqualTo(Duration.ofSeconds(5));
        });
        assertThat(file.budgets()).hasSize(4);
        for (PodScript pod : ScenarioFile.demo().pods()) {
            assertThat(file.owners())
                    .as("somebody owns %s", pod.name())
                    .anyMatch(rule -> rule.matches(new AccountRef("runpod", "main"), pod.name() + "-1", Map.of()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{name: a, gpu: X}                                | pods.a.gpu must be one of gpus",
                "{name: a, gpu: G, cloud: COMMUNITY}              | pods.a.gpu must be one of gpus",
                "{name: a, gpu: G, cloud: SKY}                    | pods.cloud must be SECURE or COMMUNITY",
                "{name: a, gpu: G, utilisation: 101}              | pods.utilisation must be from 0 to 100",
                "{name: a, gpu: G, start: soon}                   | offset must look like",
                "{name: a, gpu: G, colour: blue}                  | colour",
                "{gpu: G}                                         | pods.name is required",
                "{name: a, gpu: G, multiply: {at: 1s, into: 0, every: 1s, until: 9s}} | multiply.into must be from 1",
                "{name: a, gpu: G, multiply: {at: 9s, into: 4, every: 1s, until: 1s}} | multiply.until must not be before at"
            })
    void aBrokenScenarioIsRefusedWithFieldAndRule(String pod, String message) {
        assertThatThrownBy(() -> ScenarioFile.parse("s.yaml", HEAD + "pods: [" + pod + "]\n"))
                .isInstanceOf(ScenarioFile.Refused.class)
                .hasMessageContaining("s.yaml:")
                .hasMessageContaining(message);
    }

    @Test
    void noneIsBornAfterUntil() {
        Multiply multiply = new Multiply(Duration.ofSeconds(20), 200, Duration.ofSeconds(5), Duration.ofSeconds(40));

        assertThat(multiply.copies()).isEqualTo(16);
    }

    private static String resource(String name) throws Exception {
        try (InputStream in = Scenario.class.getResourceAsStream("/io/gpuledger/simulator/" + name)) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
