package io.gpuledger.common.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.config.AssumedPrice;
import io.gpuledger.common.config.Budget;
import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.config.LedgerFile;
import io.gpuledger.common.config.Metering;
import io.gpuledger.common.config.Overhead;
import io.gpuledger.common.config.OwnerRule;
import io.gpuledger.common.config.PlannedWindow;
import io.gpuledger.common.config.Rule;
import io.gpuledger.common.config.WatchedAccount;
import io.gpuledger.common.event.Severity;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConfigReferenceTest {

    private static final Path PAGE = Path.of("../docs/reference/config.md");
    private static final Map<String, Class<?>> SECTIONS = Map.of(
            "accounts", WatchedAccount.class,
            "owners", OwnerRule.class,
            "budgets", Budget.class,
            "assumedPrices", AssumedPrice.class,
            "rules", Rule.class,
            "overheads", Overhead.class,
            "plans", PlannedWindow.class,
            "metering", Metering.class,
            "alerting", LedgerFile.Alerting.class);

    @Test
    void everySectionOfTheFileHasItsOwnOnThePage() {
        assertThat(Arrays.stream(LedgerFile.class.getRecordComponents()).map(RecordComponent::getName))
                .containsExactlyInAnyOrderElementsOf(SECTIONS.keySet());
    }

    @Test
    void everyFieldStandsInItsSection() throws IOException {
        for (Map.Entry<String, Class<?>> section : SECTIONS.entrySet()) {
            String text = section(section.getKey());
            for (RecordComponent component : section.getValue().getRecordComponents()) {
                assertThat(text)
                        .as("docs/reference/config.md: say what %s of %s is", name(component), section.getKey())
                        .contains("`" + name(component) + "`");
            }
        }
    }

    @Test
    void everyWordAFieldMayHaveStandsOnThePage() throws IOException {
        String page = Files.readString(PAGE);

        assertThat(Stream.of(
                                Rule.Metric.class,
                                Budget.Basis.class,
                                Budget.Period.class,
                                Severity.class,
                                Overhead.Kind.class,
                                Overhead.ShareBy.class)
                        .flatMap(words -> Arrays.stream(words.getFields()))
                        .filter(Field::isEnumConstant)
                        .map(word ->
                                "`" + word.getAnnotation(JsonProperty.class).value() + "`"))
                .isNotEmpty()
                .allSatisfy(word -> assertThat(page).contains(word));
    }

    @Test
    void everyFieldOnThePageIsOne() throws IOException {
        for (Map.Entry<String, Class<?>> section : SECTIONS.entrySet()) {
            List<String> fields = Arrays.stream(section.getValue().getRecordComponents())
                    .map(ConfigReferenceTest::name)
                    .toList();
            assertThat(rows(section.getKey())).isNotEmpty().isSubsetOf(fields);
        }
    }

    @Test
    void theExampleIsAFileThatIsAccepted() throws Exception {
        String page = Files.readString(PAGE);
        String yaml = page.substring(page.indexOf("```yaml") + 7, page.indexOf("```", page.indexOf("```yaml") + 7));

        LedgerFile file = ConfigFile.parse("config.md", yaml);

        assertThat(file.accounts()).hasSize(1);
        assertThat(file.rules()).hasSize(2);
        assertThat(file.alerting()).isNotNull();
    }

    @Test
    void theNumbersOnThePageAreThoseInForce() throws IOException {
        assertThat(section("accounts"))
                .contains("at least `" + WatchedAccount.POLL_INTERVAL_MIN.toSeconds() + "s`")
                .contains("| `" + WatchedAccount.POLL_INTERVAL_DEFAULT.toSeconds() + "s` |");
        assertThat(Files.readString(PAGE)).contains("at most 10 000 entries");
        assertThat(LedgerFile.ENTRIES_MAX).isEqualTo(10_000);
    }

    private static List<String> rows(String section) throws IOException {
        return section(section)
                .lines()
                .takeWhile(line -> !line.startsWith("| metric |"))
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(2, line.indexOf(" |", 2)))
                .flatMap(Pattern.compile(", ")::splitAsStream)
                .map(cell -> cell.replace("`", ""))
                .toList();
    }

    private static String section(String name) throws IOException {
        String page = Files.readString(PAGE);
        int from = page.indexOf("\n## " + name + "\n");
        assertThat(from).as("a section of the page called %s", name).isNotNegative();
        int until = page.indexOf("\n## ", from + 1);
        return page.substring(from, until < 0 ? page.length() : until);
    }

    private static String name(RecordComponent component) {
        JsonProperty renamed = component.getAccessor().getAnnotation(JsonProperty.class);
        return renamed == null ? component.getName() : renamed.value();
    }
}
