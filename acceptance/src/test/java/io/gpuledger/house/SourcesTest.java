package io.gpuledger.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.gpuledger.house.Methods.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Names, sizes and the three lines every room begins with. */
class SourcesTest {

    private static final int FILE_LINES_MAX = 250;
    private static final int METHOD_LINES_MAX = 40;
    private static final int PARAMETERS_MAX = 5;
    private static final int PACKAGE_TYPES_MAX = 12;

    /** The contract keeps its events and the sections of its file side by side: one file for each and for its parts. */
    private static final Map<String, Integer> LARGER_PACKAGES = Map.of(
            "common/src/main/java/io/gpuledger/common/event", 56,
            "common/src/main/java/io/gpuledger/common/config", 18);

    private static final Set<String> EMPTY_WORDS = Set.of(
            "Util",
            "Utils",
            "Helper",
            "Helpers",
            "Manager",
            "Impl",
            "Abstract",
            "Base",
            "Common",
            "Misc",
            "Data",
            "Info");

    @Test
    void noNameSaysNothing() {
        List<String> broken = Tree.classes().stream()
                .filter(type -> !type.isAnonymousClass())
                .filter(type -> Arrays.stream(words(type.getSimpleName())).anyMatch(EMPTY_WORDS::contains))
                .map(JavaClass::getName)
                .toList();

        assertThat(broken)
                .as(
                        "a record is the noun a user says, a class that acts is the one who does it: none of %s",
                        EMPTY_WORDS)
                .isEmpty();
    }

    @Test
    void everyRoomSaysWhatGoesInWhatComesOutAndWhatItPromises() {
        Set<Path> folders = Tree.sources().stream().map(Path::getParent).collect(Collectors.toSet());

        assertThat(folders)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .as(
                                "%s needs a package-info.java with @NullMarked and the words In:, Out:, Promise:",
                                Tree.name(folder))
                        .content()
                        .contains("@NullMarked", "In:", "Out:", "Promise:"));
    }

    @Test
    void noFileIsLongerThanItCanBeReadAtOnce() {
        List<String> broken = Tree.sources().stream()
                .filter(file -> Tree.text(file).lines().count() > FILE_LINES_MAX)
                .map(file -> Tree.name(file) + " has " + Tree.text(file).lines().count() + " lines")
                .toList();

        assertThat(broken)
                .as("at most %d lines a file: find the name of a part and move the part there", FILE_LINES_MAX)
                .isEmpty();
    }

    @Test
    void noMethodIsLongerThanItCanBeSeenAtOnce() {
        List<String> broken = Methods.of(Tree.sources()).stream()
                .filter(method -> method.lines() > METHOD_LINES_MAX)
                .map(method -> method + " has " + method.lines() + " lines")
                .toList();

        assertThat(broken)
                .as("at most %d lines a method: give its steps names", METHOD_LINES_MAX)
                .isEmpty();
    }

    @Test
    void noMethodAsksForMoreThanCanBeHeldInMind() {
        List<String> broken = Methods.of(Tree.sources()).stream()
                .filter(method -> !method.isOfRecordConstructor() && method.parameters() > PARAMETERS_MAX)
                .map(method -> method + " has " + method.parameters() + " parameters")
                .toList();

        assertThat(broken)
                .as("at most %d parameters: what belongs together is a record", PARAMETERS_MAX)
                .isEmpty();
    }

    @Test
    void noPackageHoldsMoreThanCanBeSeenAtOnce() {
        Map<Path, Long> types = Tree.sources().stream()
                .filter(file -> !file.endsWith("package-info.java"))
                .collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        List<String> broken = types.entrySet().stream()
                .filter(entry ->
                        entry.getValue() > LARGER_PACKAGES.getOrDefault(Tree.name(entry.getKey()), PACKAGE_TYPES_MAX))
                .map(entry -> Tree.name(entry.getKey()) + " has " + entry.getValue() + " types")
                .sorted()
                .toList();

        assertThat(broken)
                .as("at most %d types a package: split it by a word of the domain", PACKAGE_TYPES_MAX)
                .isEmpty();
    }

    @Test
    void theRulesWouldNoticeABreach() {
        String source = """
                class Sample {
                    @Deprecated
                    static int sum(int a, int b, int c, int d, int e, int f) {
                        return a
                            + b;
                    }
                    record Pair(int a, int b, int c, int d, int e, int f) {
                        Pair(int a) { this(a, 0, 0, 0, 0, 0); }
                    }
                }
                """;
        Map<String, Method> methods = Methods.ofText("Sample", source).stream()
                .collect(Collectors.toMap(Method::name, Function.identity(), (one, other) -> one));

        assertThat(methods.get("sum")).isEqualTo(new Method("Sample", "sum", 4, 6, false));
        assertThat(words("MeterDataStore")).containsExactly("Meter", "Data", "Store");
        assertThat(words("Database")).doesNotContain("Data");
        assertThat(words("URLInfo")).contains("Info");
    }

    private static String[] words(String name) {
        return name.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|_");
    }
}
