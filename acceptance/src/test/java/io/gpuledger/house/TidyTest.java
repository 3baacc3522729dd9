package io.gpuledger.house;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a stranger who clones the tree must be able to rely on. */
class TidyTest {

    /** Put together here, so that this file does not find itself. */
    private static final List<String> MACHINES =
            List.of("/wo" + "rk/", "../sha" + "red", "/ro" + "ot/", "temurin-25-jdk-" + "amd64");

    private static final List<String> NOT_IN_TESTS = List.of("Thread.sl" + "eep(", "org.mock" + "ito");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(?:#[^)]*)?\\)");
    private static final Path DECISIONS = Tree.ROOT.resolve("docs/adr");
    private static final int DECISION_WORDS_MAX = 300;

    @Test
    void noFileKnowsTheMachineItWasWrittenOn() {
        List<String> broken = Tree.files().stream()
                .flatMap(file -> MACHINES.stream()
                        .filter(text(file)::contains)
                        .map(machine -> Tree.name(file) + " contains " + machine))
                .toList();

        assertThat(broken)
                .as("a clone lies anywhere: use a path inside the tree, a variable, or a setting")
                .isEmpty();
    }

    @Test
    void noTestSleepsAndNoneMocksWhatIsOurs() {
        List<String> broken = Tree.files().stream()
                .filter(file -> Tree.name(file).contains("src/test/java/"))
                .flatMap(file -> NOT_IN_TESTS.stream()
                        .filter(text(file)::contains)
                        .map(word -> Tree.name(file) + " contains " + word))
                .toList();

        assertThat(broken)
                .as("hand time over as an argument, wait for a condition with Awaitility, write a small fake of a port")
                .isEmpty();
    }

    @Test
    void everyLinkLeadsSomewhere() {
        List<String> broken = pages().flatMap(page -> LINK.matcher(text(page))
                        .results()
                        .map(link -> link.group(1))
                        .filter(TidyTest::isInside)
                        .filter(link -> !Files.exists(folder(page).resolve(link)))
                        .map(link -> Tree.name(page) + " -> " + link))
                .toList();

        assertThat(broken)
                .as("a link leads to a file of the tree: correct its path, or write the page")
                .isEmpty();
    }

    @Test
    void everyDecisionStandsInTheIndexAndIsShort() {
        String index = Tree.text(DECISIONS.resolve("README.md"));

        assertThat(decisions()).isNotEmpty().allSatisfy(decision -> {
            assertThat(index)
                    .as("add a line for %s to docs/adr/README.md", decision.getFileName())
                    .contains("(" + decision.getFileName() + ")");
            assertThat(Tree.text(decision).split("\\s+").length)
                    .as(
                            "%s: a decision is at most %d words; what explains more belongs beside the code",
                            decision.getFileName(), DECISION_WORDS_MAX)
                    .isLessThanOrEqualTo(DECISION_WORDS_MAX);
            assertThat(Tree.text(decision))
                    .as("%s says its context, the decision and the consequences", decision.getFileName())
                    .contains("Context", "Decision", "Consequences");
        });
    }

    @Test
    void everyModuleIntroducesItself() {
        List<String> silent = Tree.modules().stream()
                .filter(module -> !Files.isRegularFile(module.resolve("README.md")))
                .map(Tree::name)
                .toList();

        assertThat(silent)
                .as("every module has a README.md: what it owns, what it does not, its flow, its settings")
                .isEmpty();
    }

    @Test
    void aLinkIsReadAsMarkdownMeansIt() {
        assertThat(LINK.matcher("see [a](docs/a.md#part) and [b](b.md)")
                        .results()
                        .map(link -> link.group(1)))
                .containsExactly("docs/a.md", "b.md");
        assertThat(isInside("https://example.org")).isFalse();
        assertThat(isInside("docs/a.md")).isTrue();
    }

    private static Stream<Path> pages() {
        return Tree.files().stream().filter(file -> file.toString().endsWith(".md"));
    }

    private static List<Path> decisions() {
        return pages().filter(page -> folder(page).equals(DECISIONS) && !page.endsWith("README.md"))
                .toList();
    }

    private static boolean isInside(String link) {
        return !link.contains("://") && !link.startsWith("mailto:");
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    /** Byte for byte, whatever a file holds. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(Tree.name(file), e);
        }
    }
}
