package io.gpuledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.gpuledger.house.Rooms.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The console's scripts: what they ask is answered, what they import is there, and they make no markup of text. */
class ConsoleTest {

    private static final Path PAGES = Tree.ROOT.resolve(Endpoints.PAGES).resolve("console");
    private static final Map<String, Row> SERVICES = Map.of("ledger", Rooms.LEDGER, "alerts", Rooms.ALERT);
    private static final Map<String, String> METHODS =
            Map.of("get", "GET", "text", "GET", "post", "POST", "remove", "DELETE");
    private static final Pattern CALL = Pattern.compile("\\b(ledger|alerts)\\.(get|text|post|remove)\\(");
    private static final Pattern ADDRESSED = Pattern.compile(CALL.pattern() + "\\s*(?:path\\()?'([^']+)'");
    private static final Pattern IMPORT = Pattern.compile("import \\{([^}]+)} from '([^']+)'");
    private static final Pattern EXPORT = Pattern.compile("export (?:async )?(?:function|const|class) (\\w+)");
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^#\"]+)\"");
    private static final int FILE_LINES_MAX = 250;

    /** What would make markup or code of text, go round the policy, or add money up in floats. */
    private static final List<String> FORBIDDEN = List.of(
            "innerHTML",
            "outerHTML",
            "insertAdjacentHTML",
            "document.write",
            "createContextualFragment",
            "DOMParser",
            "eval(",
            "new Function",
            "javascript:",
            "style:",
            ".usd) +",
            "parseFloat");

    private static final Pattern ELSEWHERE = Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)[\\w.]");

    @Test
    void everyPathItAsksIsAnswered() {
        Set<String> broken = new LinkedHashSet<>();
        int asked = 0;
        for (Path script : scripts()) {
            for (MatchResult call :
                    ADDRESSED.matcher(Tree.text(script)).results().toList()) {
                Row service = Objects.requireNonNull(SERVICES.get(call.group(1)));
                String wanted = METHODS.get(call.group(2)) + " " + Endpoints.unnamed(call.group(3));
                asked++;
                if (!Endpoints.calls(service).contains(wanted)) {
                    broken.add(Tree.name(script) + " asks " + service.module() + " for " + wanted);
                }
            }
        }

        assertThat(asked).isGreaterThan(15);
        assertThat(broken)
                .as("the console asks what nobody answers: correct the path, or the resource's @Path")
                .isEmpty();
    }

    @Test
    void everyPathIsWrittenOutWhereItIsAsked() {
        assertThat(scripts())
                .allSatisfy(script -> assertThat(
                                CALL.matcher(Tree.text(script)).results().count())
                        .as("%s: write the path as a text, with path('…/{id}', {id}) for parameters", Tree.name(script))
                        .isEqualTo(
                                ADDRESSED.matcher(Tree.text(script)).results().count()));
    }

    @Test
    void everyImportIsThereAndEveryScriptIsReached() {
        Set<Path> reached = new LinkedHashSet<>();
        List<String> broken = new ArrayList<>();
        Deque<Path> open = new ArrayDeque<>(List.of(PAGES.resolve("js/main.js")));
        while (!open.isEmpty()) {
            Path script = open.remove();
            if (reached.add(script)) {
                IMPORT.matcher(Tree.text(script)).results().forEach(found -> {
                    Path from = Objects.requireNonNull(script.getParent())
                            .resolve(found.group(2))
                            .normalize();
                    missing(from, found.group(1)).forEach(name -> broken.add(Tree.name(script) + " imports " + name));
                    if (Files.exists(from)) {
                        open.add(from);
                    }
                });
            }
        }

        assertThat(broken).as("imports of what is not exported").isEmpty();
        assertThat(reached)
                .as("scripts nobody imports are to be deleted")
                .containsExactlyInAnyOrderElementsOf(scripts());
    }

    private static Stream<String> missing(Path from, String names) {
        List<String> exported = Files.exists(from)
                ? EXPORT.matcher(Tree.text(from))
                        .results()
                        .map(export -> export.group(1))
                        .toList()
                : List.of();
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !exported.contains(name))
                .map(name -> name + " from " + Tree.name(from));
    }

    @Test
    void whatThePageLoadsIsThere() {
        List<String> loaded = REFERENCE
                .matcher(Tree.text(PAGES.resolve("index.html")))
                .results()
                .map(reference -> reference.group(1))
                .toList();

        assertThat(loaded)
                .hasSizeGreaterThan(2)
                .allSatisfy(file -> assertThat(PAGES.resolve(file)).exists());
    }

    @Test
    void itMakesNoMarkupOfTextAndLoadsNothingFromElsewhere() {
        List<String> broken = new ArrayList<>();
        for (Path file : pages()) {
            String text = Tree.text(file);
            FORBIDDEN.stream().filter(text::contains).forEach(word -> broken.add(Tree.name(file) + " has " + word));
            ELSEWHERE
                    .matcher(text)
                    .results()
                    .forEach(found -> broken.add(Tree.name(file) + " leads to " + found.group()));
        }

        assertThat(broken)
                .as(
                        "text goes into the page as text (dom.js), money through money.js, and everything comes with the page")
                .isEmpty();
    }

    @Test
    void noScriptIsLongerThanItCanBeReadAtOnce() {
        assertThat(scripts())
                .allSatisfy(script -> assertThat(Tree.text(script).lines().count())
                        .as(Tree.name(script))
                        .isLessThanOrEqualTo(FILE_LINES_MAX));
    }

    private static List<Path> pages() {
        return Tree.files().stream().filter(file -> file.startsWith(PAGES)).toList();
    }

    private static List<Path> scripts() {
        return pages().stream().filter(file -> file.toString().endsWith(".js")).toList();
    }
}
