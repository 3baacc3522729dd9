package io.gpuledger.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the views say of answers that the services gave once. */
class ViewsTest {

    private static final Path ANSWERS = Path.of("src/test/resources/console/answers.json");
    private static final String HOSTILE = "<img src=x onerror=alert(1)>";

    private final Map<String, String> answers = new HashMap<>();

    @BeforeEach
    void read() throws IOException {
        JsonNode all = Json.mapper().readTree(Files.readString(ANSWERS));
        all.properties().forEach(one -> answers.put(one.getKey(), "200 " + one.getValue()));
    }

    @ParameterizedTest
    @CsvSource({
        "#/now, Now",
        "#/spend, Spend",
        "#/explain, Explain",
        "#/pods, Pods",
        "#/rules, Rules",
        "#/history, History",
        "#/letters, Dead letters",
        "'', Now",
        "#/alerts, Now",
    })
    void everyViewUnderstandsItsAnswers(String address, String title) throws IOException {
        answers.put("/v1/reconciliation", "200 {\"lines\": 0}");

        try (Page page = Page.at(address, answers)) {
            assertThat(page.title()).isEqualTo(title + " · GPU Ledger");
            assertThat(page.problems()).isEmpty();
            assertThat(page.complaints()).isEmpty();
            assertThat(page.text()).isNotEmpty().doesNotContain("asking …", "undefined", "NaN", "[object");
        }
    }

    @Test
    void nowSaysWhatFiresAndHowFastMoneyGoes() throws IOException {
        try (Page page = Page.at("#/now", answers)) {
            assertThat(page.text())
                    .contains(
                            "Fires2" + "2 looked after by nobody",
                            "runpod/main pays $1 a day for the disks of stopped pods",
                            "vision-archive-1 (NVIDIA RTX A5000) $1.00, 100%",
                            "Nobody looks after it.",
                            "AcknowledgeSilence");
            assertThat(page.rows())
                    .contains("interns | $138.56/h | $0.94/h | $0.21/h | 4.5×")
                    .anyMatch(row -> row.startsWith("runpod/main | $4,998.96 | $7.19/h | 28 d 23 h"));
            assertThat(page.links()).contains("#/history?fingerprint=509238cfeec32089");
            assertThat(page.state()).startsWith("ledger time");
        }
    }

    @Test
    void whoLooksAfterAnAlertIsNamed() throws IOException {
        answers.compute(
                "/v1/groups",
                (path, said) -> said.replaceFirst(
                        "\"lookAt\"",
                        "\"acknowledged\": {\"by\": \"ada\", \"at\": \"2026-11-30T22:16:20Z\", \"via\": \"cli\"},"
                                + " \"lookAt\""));

        try (Page page = Page.at("#/now", answers)) {
            assertThat(page.text()).contains("1 looked after by nobody", "ada looks after it since ", "Withdraw");
        }
    }

    @Test
    void spendRoundsAsTextAndAddsUpToTheTotal() throws IOException {
        try (Page page = Page.at("#/spend?range=1h", answers)) {
            assertThat(page.rows())
                    .anyMatch(row -> row.startsWith("interns | $0.94 | 13.0 % | "))
                    .anyMatch(row -> row.startsWith("all | $7.19 | 100.0 % | "));
        }
    }

    @Test
    void explainLeadsToTheObservationBehindAnAmount() throws IOException {
        try (Page page = Page.at("#/explain?owner=research", answers)) {
            assertThat(page.text()).contains("Cost$7.19", "research-llm-1");
            assertThat(page.rows())
                    .anyMatch(row -> row.contains("NVIDIA H100 80GB HBM3, on demand | 1 | $2.99/h | $2.18 |")
                            && row.endsWith("runpod/main/7d0cpu1qd2sn7x@1796076911844"));
        }
    }

    @Test
    void podsRulesAndHistorySayWhatTheyAreOf() throws IOException {
        try (Page pods = Page.at("#/pods", answers);
                Page rules = Page.at("#/rules", answers);
                Page history = Page.at("#/history", answers)) {
            assertThat(pods.rows()).anyMatch(row -> row.startsWith("research-llm-1"));
            assertThat(rules.rows()).anyMatch(row -> row.contains("burn-2x-plan") && row.contains("| above 2 x |"));
            assertThat(history.rows()).anyMatch(row -> row.contains("told") && row.endsWith("delivered HTTP 200"));
        }
    }

    @Test
    void aDeadLetterSaysWhyItCouldNotBeUsed() throws IOException {
        answers.put(
                "/v1/dead-letters",
                "200 {\"letters\": [{\"id\": \"0-7\", \"at\": \"2026-11-30T22:00:00Z\", \"topic\": \"pods.v1\","
                        + " \"reason\": \"gpus must not be negative\", \"bytes\": 87, \"replayed\": 1}]}");

        try (Page page = Page.at("#/letters", answers)) {
            assertThat(page.rows())
                    .anyMatch(row ->
                            row.endsWith("pods.v1type unknown | gpus must not be negative | unknown | written back"
                                    + " | 87 bytes"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"#/now", "#/spend", "#/explain", "#/pods", "#/rules"})
    void aNameThatLooksLikeMarkupIsText(String address) throws IOException {
        answers.replaceAll((path, said) -> said.replaceAll("\\b(interns|research)\\b", HOSTILE));

        try (Page page = Page.at(address, answers)) {
            assertThat(page.text()).contains(HOSTILE);
            assertThat(page.links()).isNotEmpty().noneMatch(link -> link.contains("<"));
        }
    }

    @Test
    void anAddressThatWouldRunAScriptIsNoLink() throws IOException {
        answers.computeIfPresent(
                "/api/v2/alerts",
                (path, said) -> said.replaceFirst(
                                "\"runbook_url\": \"[^\"]*\"", "\"runbook_url\": \"javascript:alert(1)\"")
                        .replaceFirst("\"summary\"", "\"dashboard_url\": \"javascript:alert(2)\", \"summary\""));

        try (Page page = Page.at("#/now", answers)) {
            assertThat(page.links()).isNotEmpty().noneMatch(link -> link.startsWith("javascript:"));
        }
    }

    @Test
    void whatFailsSaysWhyAndLeavesTheRest() throws IOException {
        answers.put("/v1/burn", "503 {\"detail\": \"the books are being read back\"}");
        answers.put("/v1/accounts", "200 {\"not\": \"a list\"}");
        answers.remove("/api/v2/silences");

        try (Page page = Page.at("#/now", answers)) {
            assertThat(page.problems())
                    .contains(
                            "ledger-service answers 503: the books are being read back.",
                            "alert-service cannot be reached.")
                    .anyMatch(problem -> problem.startsWith("The answer was not understood: "));
            assertThat(page.text()).contains("runpod/main pays $1 a day for the disks of stopped pods");
            assertThat(page.state()).startsWith("not up to date");
        }
    }

    @Test
    void anAnswerThatIsNotWholeSaysWhatItLacks() throws IOException {
        answers.computeIfPresent(
                "/v1/pods",
                (path, said) -> said.replaceFirst(
                        "\\{", "{\"incomplete\": {\"reason\": \"10.0.0.7:8102 cannot be reached\"}, "));

        try (Page page = Page.at("#/pods", answers)) {
            assertThat(page.problems()).containsExactly("Not whole: 10.0.0.7:8102 cannot be reached.");
        }
    }

    @Test
    void whoIsAskedForATokenIsAskedOnce() throws IOException {
        answers.replaceAll((path, said) -> path.equals("/console/addresses") ? said : "401 {}");

        try (Page page = Page.at("#/now", answers)) {
            assertThat(page.dialogs()).singleElement().asString().contains("Who asks?", "bearer token");
        }
    }
}
