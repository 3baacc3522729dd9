package io.gpuledger.alert.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Routing files that documents show are accepted as they stand there. */
class RoutingInDocumentsTest {

    private static final Path DOCUMENTS = Path.of("../docs");
    private static final Pattern BLOCK = Pattern.compile("( *)```yaml\\n(.*?)\\n *```", Pattern.DOTALL);

    @Test
    void everyRoutingFileShownIsAccepted() throws IOException {
        List<String> shown;
        try (Stream<Path> files = Files.walk(DOCUMENTS)) {
            shown = files.filter(file -> file.toString().endsWith(".md"))
                    .flatMap(file -> blocks(file).stream())
                    .toList();
        }

        assertThat(shown)
                .hasSizeGreaterThan(1)
                .allSatisfy(text -> assertThatCode(() -> RoutingReader.read("shown.yml", text, DOCUMENTS))
                        .doesNotThrowAnyException());
    }

    private static List<String> blocks(Path file) {
        try {
            return BLOCK.matcher(Files.readString(file))
                    .results()
                    .map(RoutingInDocumentsTest::outdented)
                    .filter(text -> text.startsWith("route:"))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }

    private static String outdented(MatchResult block) {
        return block.group(2).replaceAll("(?m)^" + block.group(1), "");
    }
}
