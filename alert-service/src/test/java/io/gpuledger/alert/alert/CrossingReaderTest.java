package io.gpuledger.alert.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.gpuledger.alert.app.Crossings;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Crossing;
import io.gpuledger.common.event.Crossing.State;
import io.gpuledger.common.event.Scope;
import io.gpuledger.common.event.Severity;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CrossingReaderTest {

    private static final CrossingReader READER = new CrossingReader(new Links("http://ledger.example/"));
    private static final Instant SINCE = Instant.parse("2026-11-21T08:00:00Z");

    @Test
    void saysWhatAndWhoseInLabelsAndHowMuchInAnnotations() {
        Alert alert = READER.alertOf(Crossings.crossing("burn 4x", "ml", Severity.PAGE, State.FIRING, SINCE));

        assertThat(alert.labels())
                .containsOnly(
                        entry("alertname", "burn 4x"),
                        entry("severity", "page"),
                        entry("owner", "ml"),
                        entry("project", "llm"));
        assertThat(alert.annotations())
                .contains(
                        entry("value", "4.21 x"),
                        entry("threshold", "4 x"),
                        entry("window", "1h, 5m"),
                        entry("hours_left", "3.5"),
                        entry("money_at_stake", "$120.75"),
                        entry("contributors", "train-7b (H100) $100.00, 83%, new since 21 Nov 08:00 UTC"),
                        entry("runbook_url", "https://runbooks.example/burn"))
                .hasEntrySatisfying(
                        "pods_json",
                        pods -> assertThat(pods)
                                .startsWith("[{\"id\":\"")
                                .endsWith("\"name\":\"train-7b\",\"cost_usd\":100.00,\"share\":0.8281}]"));
        assertThat(alert.startsAt()).isEqualTo(SINCE);
        assertThat(alert.generatorUrl())
                .isEqualTo(
                        "http://ledger.example/v1/explain?from=2026-11-21T07:00:00Z&to=2026-11-21T08:00:00Z&owner=ml");
    }

    @Test
    void leadsIntoTheConsoleWithTheParametersOfTheLedgerWhereThereIsOne() {
        CrossingReader reader =
                new CrossingReader(new Links("http://ledger.example", "http://ledger.example/console/"));
        Alert alert = reader.alertOf(Crossings.crossing("r", "ml team", Severity.PAGE, State.FIRING, SINCE));

        assertThat(alert.generatorUrl())
                .startsWith("http://ledger.example/console/#/explain?from=")
                .endsWith("&owner=ml+team");
    }

    @Test
    void leadsToThePodItIsAboutAndToWhatIsKnownOfItsMetric() {
        Alert alert = READER.alertOf(about("runpod/main/7f 3a", null));

        assertThat(alert.generatorUrl()).endsWith("&pod=runpod%2Fmain%2F7f+3a");
        assertThat(alert.annotations()).containsEntry("runbook_url", "http://ledger.example/v1/rules/runbooks/metric");
    }

    @Test
    void hasNoEndUntilTheCrossingThatClearsIt() {
        Alert fired = READER.alertOf(Crossings.crossing("r", "ml", Severity.PAGE, State.FIRING, SINCE));
        Alert cleared = READER.alertOf(Crossings.crossing("r", "ml", Severity.PAGE, State.RESOLVED, SINCE));

        assertThat(fired.endsAt()).isNull();
        assertThat(cleared.endsAt()).isEqualTo(SINCE.plusSeconds(1));
        assertThat(cleared.fingerprint()).isEqualTo(fired.fingerprint());
    }

    @Test
    void twoPodsOrTwoBudgetsOfOneScopeAreTwoAlerts() {
        Alert pod = READER.alertOf(about("runpod/main/7f3a9c", null));
        Alert budget = READER.alertOf(about(null, "llm-2026"));

        assertThat(pod.labels()).contains(entry("pod", "runpod/main/7f3a9c"), entry("project", "llm"));
        assertThat(budget.labels()).contains(entry("budget", "llm-2026"));
        assertThat(budget.fingerprint()).isNotEqualTo(pod.fingerprint());
    }

    private static Crossing about(@Nullable String resource, @Nullable String budget) {
        return new Crossing(
                "rule",
                new Scope(Scope.Kind.PROJECT, "llm"),
                SINCE,
                State.FIRING,
                SINCE,
                Severity.TICKET,
                "metric",
                BigDecimal.TEN,
                BigDecimal.ONE,
                "hours",
                List.of(),
                null,
                null,
                null,
                List.of(),
                Map.of(),
                "idle",
                null,
                resource,
                budget);
    }

    @Test
    void namesAnAccountWithItsProviderSoThatTwoOfOneNameAreTwo() {
        Crossing crossing = new Crossing(
                "balance low",
                Scope.account(new AccountRef("runpod", "main")),
                SINCE,
                State.FIRING,
                SINCE,
                Severity.TICKET,
                "balance",
                new BigDecimal("1E+1"),
                new BigDecimal("10"),
                "USD",
                List.of(),
                null,
                null,
                null,
                List.of(),
                Map.of("severity", "none", "owner", ""),
                "low",
                null,
                null,
                null);

        Alert alert = READER.alertOf(crossing);

        assertThat(alert.labels())
                .containsOnly(
                        entry("alertname", "balance low"),
                        entry("severity", "ticket"),
                        entry("account", "runpod/main"),
                        entry("provider", "runpod"));
        assertThat(alert.annotations()).containsEntry("value", "10 USD").doesNotContainKey("burn");
    }
}
