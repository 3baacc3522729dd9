package io.gpuledger.common.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gpuledger.common.event.Scope;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused when a rule or a budget is made, and why. */
class RuleTest {

    private static LedgerFile read(String yaml) throws ConfigFile.Refused {
        return ConfigFile.parse("f", yaml);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "metric: orphan_percent, above: 101 | above could never be reached: orphan_percent is at most 100",
                "metric: runway, below: 0 | below could never be reached: runway is at least 0",
                "metric: polls_failed, above: 0 | above could never be left again: polls_failed is at least 0",
                "metric: polls_failed, above: 3, clear: 0 | clear could never be left again: polls_failed is at least 0",
                "metric: polls_failed, above: 3, clear: 4 | clear must not be above 'above'",
                "metric: balance, below: 3, clear: 2 | clear must not be below 'below'",
                "metric: balance, below: 3, scope: owner/research | scope has no balance, so it could never fire",
                "metric: burn_multiple, above: 2 | windows belong to burn_multiple and burn_of_expected",
                "'metric: burn_multiple, above: 2, windows: [2h]' | windows must be of 5m, 1h, 6h, 24h, 3d",
                "metric: budget_percent, above: 80, scope: owner/vision | scope has no budget for budget_percent",
                "metric: budget_percent, above: 80, budget: vision | budget has no budget for budget_percent",
                "metric: balance, below: 3, namePattern: a* | namePattern belongs to metrics of pods",
                "metric: balance, below: 3, minimum: 5 | minimum belongs to metrics of burn",
                "metric: balance, below: 3, for: 8d | for must be at most 7d",
                "'metric: burn_multiple, above: 5, windows: [1h], scope: owner/research' | above could never be reached: at most"
            })
    void aRuleThatCouldNeverFireOrClearIsRefusedWithTheReason(String rule, String reason) {
        assertThatThrownBy(() -> read("""
                        budgets:
                          - {name: research, owner: research, amount: 720, period: month, mostPerHour: 4}
                        rules:
                          - {name: r, severity: page, %s}
                        """.formatted(rule))).hasMessageContaining(reason);
    }

    @Test
    void aBudgetIsOfOneScopeAndForCalendarPeriodsOrOnce() throws Exception {
        LedgerFile file = read("""
                budgets:
                  - {name: everything, all: true, amount: 10, period: day, thresholds: [{percent: 50}]}
                  - {name: centre, costCentre: cc-1, amount: 10, period: once, from: 2026-12-01T00:00:00Z, until: 2026-12-03T00:00:00Z}
                plans:
                  - {name: launch, scope: project/llm, from: 2026-12-01T00:00:00Z, until: 2026-12-02T00:00:00Z, factor: 3}
                """);

        assertThat(file.budgets().getFirst().scope()).isEqualTo(Scope.ALL);
        assertThat(file.budgets().getFirst().thresholds().getFirst().on()).isEqualTo(Budget.Basis.SPENT);
        assertThat(file.budgets().getLast().scope()).isEqualTo(new Scope(Scope.Kind.COST_CENTRE, "cc-1"));
        assertThat(file.plans()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "owner: a, project: b, amount: 1 | needs exactly one of them",
                "amount: 1 | needs exactly one of them",
                "'owner: \" \", amount: 1' | needs exactly one of them",
                "'owner: \"a\\u0000\", amount: 1' | owner must not contain control characters",
                "account: main, amount: 1 | account must be PROVIDER/NAME",
                "account: a/b/c, amount: 1 | account must be PROVIDER/NAME",
                "owner: a, amount: 1, period: once | from, until belong to 'once', and it needs both",
                "owner: a, amount: 1, from: 2026-12-01T00:00:00Z | from, until belong to 'once', and it needs both",
                "owner: a, amount: 2000000000000 | amount must be at most 1000000000000",
                "'owner: a, amount: 1, thresholds: [{percent: 0}]' | percent must be above 0 and at most 1000"
            })
    void aBudgetThatMeansNothingIsRefused(String budget, String reason) {
        assertThatThrownBy(() -> read("budgets: [{name: b, " + budget + "}]\n")).hasMessageContaining(reason);
    }

    @Test
    void whatABudgetNamesIsNeverLongerThanWhatItsBooksCanBeCalled() {
        assertThatThrownBy(() -> read("budgets: [{name: b, owner: " + "x".repeat(257) + ", amount: 1}]\n"))
                .hasMessageContaining("owner must have at most 256 characters");
    }

    @Test
    void windowsAreCalledAsTheyAreWritten() {
        assertThat(Rule.WINDOWS).extracting(Rule::windowName).containsExactly("5m", "1h", "6h", "24h", "3d");
        assertThat(Rule.windowName(Duration.ofDays(1))).isEqualTo("24h");
    }
}
