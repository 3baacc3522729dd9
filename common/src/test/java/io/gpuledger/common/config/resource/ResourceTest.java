package io.gpuledger.common.config.resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.event.ConfigKind;
import io.gpuledger.common.value.InvalidValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTest {

    static final String EVERYTHING = """
            owners:
              - {owner: research, project: llm, namePattern: "res-*", from: 2026-01-01T00:00:00Z}
              - {owner: "yes", labels: {team: "42", b: "null"}}
            budgets:
              - {name: research, owner: research, amount: 2500.50, period: month, zone: Europe/Berlin}
              - {name: whole, account: runpod/main, amount: 6000, period: week}
            assumedPrices:
              - {sku: NVIDIA L4, perGpuHour: 0.430}
            rules:
              - {name: fast, metric: burn_multiple, windows: [1h, 5m], above: 4, for: 1m, severity: page}
              - {name: low, metric: balance, below: 10, clear: 12.5, severity: ticket, labels: {a: b}}
            overheads:
              - {name: dgx, kind: hardware, amount: 250000, from: 2026-01-01T00:00:00Z, lifeYears: 4}
              - {name: tracker, kind: licence, perHour: 0.5, shareBy: fixed, shares: {a: 60, b: 40}}
              - {name: power, kind: power, perHour: 3.2, scope: {clusters: [dgx]}}
            plans:
              - {name: final, scope: owner/research, from: 2026-12-01T00:00:00Z, until: 2026-12-05T00:00:00Z, factor: 3}
            metering: {hold: 36h, silence: 90s}
            """;

    @Test
    void aFileThatWasMadeOfResourcesSaysTheSameResources() throws Exception {
        List<Resource> resources = ResourceFile.resources(ConfigFile.parse("f", EVERYTHING));

        LedgerFile again = ConfigFile.parse("again", ResourceFile.yaml(resources));

        assertThat(ResourceFile.resources(again)).containsExactlyInAnyOrderElementsOf(canonical(resources));
        assertThat(resources).hasSize(11);
    }

    @Test
    void anEmptyConfigurationIsAFileToo() throws Exception {
        LedgerFile file = ConfigFile.parse("f", ResourceFile.yaml(List.of()));

        assertThat(ResourceFile.resources(file)).isEmpty();
        assertThat(file.rules()).isEmpty();
    }

    @Test
    void needlessZerosChangeNothing() {
        Resource plain = Resource.read(ConfigKind.BUDGET, "a", "{\"owner\": \"a\", \"amount\": 10}");
        Resource long_ = Resource.read(ConfigKind.BUDGET, "a", "{\"owner\": \"a\", \"amount\": 10.00}");

        assertThat(plain.hash()).isEqualTo(long_.hash()).hasSize(16);
        assertThat(plain.form()).containsEntry("amount", 10);
    }

    @Test
    void theNameIsThatItIsGivenUnder() {
        assertThatThrownBy(() -> Resource.read(ConfigKind.BUDGET, "a", Map.of("name", "b", "owner", "x", "amount", 1)))
                .hasMessage("name must be the name it is given under, 'a'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "BUDGET; {\"owner\": \"a\", \"amount\": -1}; amount must be above zero",
                "BUDGET; {\"owner\": \"a\", \"amount\": 1, \"colour\": 2}; colour is no field of it",
                "BUDGET; {\"owner\": \"a\", \"amount\": \"lots\"}; amount must be a number",
                "BUDGET; {\"owner\": ; budget is not well-formed",
                "BUDGET; []; budget must be an object with fields",
                "RULE; {\"metric\": \"mood\", \"above\": 1, \"severity\": \"page\"}; metric must be one of burn_multiple",
                "RULE; {\"metric\": \"balance\", \"below\": 1, \"severity\": \"page\", \"for\": \"soon\"}; for.duration must look",
                "OVERHEAD; {\"kind\": \"power\", \"perHour\": 1, \"scope\": {\"teams\": []}}; scope.teams is no field of it"
            })
    void whatTheFileWouldRefuseIsRefusedByFieldAndRule(ConfigKind kind, String json, String why) {
        assertThatThrownBy(() -> Resource.read(kind, "x", json))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining(why);
    }

    @Test
    void aRuleOfOwnersIsNamedByItsPlace() {
        assertThatThrownBy(() -> Resource.read(
                        ConfigKind.OWNERS,
                        "owners",
                        "{\"rules\": [{\"owner\": \"a\", \"account\": \"x/y\"}, {\"owner\": \"b\"}]}"))
                .hasMessageStartingWith("rules[1].owners needs account");
    }

    @Test
    void settingsAreTheSameInWhateverOrderResourcesCome() throws Exception {
        List<Resource> resources = ResourceFile.resources(ConfigFile.parse("f", EVERYTHING));

        assertThat(Settings.of(resources.reversed())).isEqualTo(Settings.of(resources));
        assertThat(Settings.of(resources).owners())
                .extracting(rule -> rule.owner())
                .containsExactly("research", "yes");
    }

    private static List<Resource> canonical(List<Resource> resources) {
        return resources.stream()
                .map(resource -> Resource.read(resource.kind(), resource.name(), resource.form()))
                .toList();
    }
}
