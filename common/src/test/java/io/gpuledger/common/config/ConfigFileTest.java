package io.gpuledger.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Scope;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigFileTest {

    @Test
    void everySectionIsRead() throws Exception {
        LedgerFile file = ConfigFile.parse("gpu-ledger.yaml", """
                accounts:
                  - {name: main, provider: runpod, keyEnv: RUNPOD_API_KEY, pollInterval: 30s}
                assumedPrices:
                  - {sku: NVIDIA L4, perGpuHour: 0.43}
                owners:
                  - {owner: research, project: llm, namePattern: "res-*"}
                budgets:
                  - {name: research, owner: research, amount: 150, period: month, zone: Europe/Berlin}
                rules:
                  - {name: fast, metric: burn_multiple, windows: [1h, 5m], above: 4, for: 1m, severity: page}
                alerting: {file: routing.yml}
                """);

        assertThat(file.accounts().getFirst().interval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(file.budgets().getFirst().scope()).isEqualTo(Scope.owner("research"));
        assertThat(file.rules())
                .singleElement()
                .satisfies(rule -> assertThat(rule.hold()).isEqualTo(Duration.ofMinutes(1)));
    }

    @Test
    void anEmptyFileIsAConfigurationWithoutAnything() throws Exception {
        assertThat(ConfigFile.parse("f", "# nothing yet\n")).isEqualTo(LedgerFile.EMPTY);
    }

    @Test
    void aBrokenRuleIsNamedWithLineAndPlace() {
        assertThatThrownBy(() -> ConfigFile.parse("f.yaml", """
                        accounts:
                          - name: main
                            provider: runpod
                            keyEnv: KEY
                            pollInterval: 2s
                        """))
                .isInstanceOf(ConfigFile.Refused.class)
                .hasMessageContaining("f.yaml:")
                .hasMessageContaining("accounts[0]")
                .hasMessageContaining("pollInterval must be at least 5s");
    }

    @Test
    void anUnknownFieldIsAnErrorAndItsLineIsTold() {
        assertThatThrownBy(() -> ConfigFile.parse("f.yaml", "budgets: []\nbugdets: []\n"))
                .hasMessage("f.yaml:2: bugdets: unknown field 'bugdets'");
    }

    @Test
    void aNameTwiceIsAnError() {
        assertThatThrownBy(() -> ConfigFile.parse("f", """
                        budgets:
                          - {name: a, owner: x, amount: 1}
                          - {name: a, owner: y, amount: 1}
                        """)).hasMessageContaining("budgets has 'a' twice");
    }

    @Test
    void aNamePatternMatchesWholeNames() {
        OwnerRule rule = new OwnerRule("research", null, null, null, "res-*-x", Map.of(), null, null);
        AccountRef account = new AccountRef("runpod", "main");

        assertThat(rule.matches(account, "res-1-x", Map.of())).isTrue();
        assertThat(rule.matches(account, "res-1-xy", Map.of())).isFalse();
        assertThat(rule.matches(account, "a-res-1-x", Map.of())).isFalse();
    }

    @Test
    void durationsAreWrittenAsPrometheusWritesThem() {
        assertThat(Durations.parse("1d12h")).isEqualTo(Duration.ofHours(36));
        assertThat(Durations.parse("0")).isEqualTo(Duration.ZERO);
        assertThat(Durations.text(Duration.ofMillis(90_500))).isEqualTo("1m30s500ms");
        assertThatThrownBy(() -> Durations.parse("5 minutes")).hasMessageContaining("must look like");
    }
}
