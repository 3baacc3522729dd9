package io.gpuledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.gpuledger.common.access.TokensFile;
import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.house.Rooms.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents tell people to type is there. */
class DocumentsTest {

    private static final JavaClasses CLASSES = Tree.classes();
    private static final Map<String, Row> SERVICES =
            Map.of("8101", Rooms.PRICING, "8102", Rooms.LEDGER, "8103", Rooms.ALERT);
    private static final Pattern ADDRESS = Pattern.compile("http://127[.]0[.]0[.]1:(810[123])(/[a-zA-Z0-9/_-]+)");
    private static final Pattern COMMAND = Pattern.compile("[.]/gpu-ledger ([a-z][a-z-]*)");
    private static final Pattern CONFIGURATION =
            Pattern.compile("```yaml\\R((?:accounts|alerting):.*?)```", Pattern.DOTALL);

    private static final Pattern TOKENS = Pattern.compile("```yaml\\R(principals:.*?)```", Pattern.DOTALL);

    /** What the script does itself, before any Java runs. */
    private static final Set<String> OF_THE_SCRIPT = Set.of("test", "help");

    @Test
    void everyAddressIsAnswered() {
        List<String> broken = found(ADDRESS)
                .filter(address -> !Endpoints.paths(SERVICES.getOrDefault(address.group(1), Rooms.COMMON))
                        .contains(address.group(2)))
                .map(MatchResult::group)
                .distinct()
                .toList();

        assertThat(broken)
                .as("documents name addresses nobody answers: correct the document, or the resource's @Path")
                .isEmpty();
    }

    @Test
    void everyCommandExists() {
        Set<String> commands = CLASSES.stream()
                .flatMap(type -> Endpoints.value(type, "picocli.CommandLine$Command", "name"))
                .collect(Collectors.toCollection(TreeSet::new));
        commands.addAll(OF_THE_SCRIPT);

        Set<String> named =
                found(COMMAND).map(command -> command.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).as("documents name commands there are not").isSubsetOf(commands);
    }

    @Test
    void everyConfigurationShownIsAccepted() {
        List<String> broken = new ArrayList<>();
        found(CONFIGURATION).map(example -> example.group(1).stripIndent()).forEach(yaml -> {
            try {
                ConfigFile.parse("example", yaml);
            } catch (ConfigFile.Refused e) {
                broken.add(e.getMessage() + " in\n" + yaml);
            }
        });

        assertThat(found(CONFIGURATION)).isNotEmpty();
        assertThat(broken).as("documents show configurations that are refused").isEmpty();
    }

    @Test
    void everyTokensFileShownIsAccepted() {
        assertThat(found(TOKENS)).isNotEmpty().allSatisfy(example -> {
            Path file = Files.writeString(Files.createTempFile("tokens", ".yaml"), example.group(1));
            assertThat(ConfigFile.read(file, TokensFile.class)).isNotNull();
        });
    }

    private static Stream<MatchResult> found(Pattern pattern) {
        return Tree.files().stream()
                .filter(file -> file.toString().endsWith(".md"))
                .flatMap(file -> pattern.matcher(Tree.text(file)).results());
    }
}
