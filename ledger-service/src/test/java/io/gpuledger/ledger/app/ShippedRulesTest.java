package io.gpuledger.ledger.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.event.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ShippedRulesTest {

    @Test
    void everyMetricHasAShippedRuleButThoseThatNeedAChoice() throws ConfigFile.Refused {
        EnumSet<Rule.Metric> shipped = Wiring.shippedRules().stream()
                .map(Rule::metric)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Rule.Metric.class)));

        assertThat(EnumSet.complementOf(shipped))
                .containsExactlyInAnyOrder(Rule.Metric.BURN_OF_EXPECTED, Rule.Metric.FORECAST_PERCENT);
    }

    @Test
    void whatCannotWaitPages() throws ConfigFile.Refused {
        List<String> pages = Wiring.shippedRules().stream()
                .filter(rule -> rule.severity() == Severity.PAGE)
                .map(Rule::name)
                .toList();

        assertThat(pages)
                .containsExactlyInAnyOrder(
                        "burn-4x-plan",
                        "budget-gone-within-24h",
                        "budget-100-percent",
                        "balance-below-2",
                        "balance-below-0.50",
                        "runway-below-24h",
                        "near-spend-limit",
                        "pod-idle-2h",
                        "account-not-observed",
                        "hold-exhausted",
                        "ledger-stalled");
    }

    @Test
    void thePageNamesEveryMetricAndEveryShippedRule() throws ConfigFile.Refused, IOException {
        String page = Files.readString(Path.of("../docs/reference/rules.md"));

        assertThat(Wiring.shippedRules()).allSatisfy(rule -> assertThat(page).contains("`" + rule.name() + "`"));
        assertThat(Rule.Metric.values()).allSatisfy(metric -> assertThat(page).contains("`" + metric.word() + "`"));
    }
}
