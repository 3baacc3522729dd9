package io.gpuledger.cli.launch.place;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the programs are.
 *
 * @param home the root of the built tree
 * @param java the Java that runs this, and will run everything else
 * @param classPath where the broker and the simulator are found: beside this program
 */
public record Installation(Path home, Path java, String classPath, Archives archives) {

    /** The system property the script sets. */
    public static final String HOME = "gpu-ledger.home";

    /**
     * Little memory and an early start. The script has the same: an archive holds only where what is said of modules is the same
     * as when it was made.
     */
    private static final List<String> SMALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-Xss512k",
            "-Xms16m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "--enable-native-access=ALL-UNNAMED");

    /** Quarkus wants it. */
    private static final String OPEN = "--add-opens=java.base/java.lang=ALL-UNNAMED";

    /** The name of the archive of everything that is on this program's own class path. */
    public static final String CLI = "cli";

    private static final Map<String, String> MAINS = Map.of(
            "pricing-service", "io.gpuledger.pricing.app.PricingMain",
            "ledger-service", "io.gpuledger.ledger.app.Main",
            "alert-service", "io.gpuledger.alert.app.Main");

    /** Where the parts of a service are, in the order in which a class is looked for. */
    private static final List<String> PARTS = List.of(
            "quarkus/transformed-bytecode.jar", "quarkus/generated-bytecode.jar", "app", "lib/boot", "lib/main");

    public static Installation here() {
        return new Installation(
                Path.of(System.getProperty(HOME, ".")).toAbsolutePath().normalize(),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                Archives.here());
    }

    /** The begin of the command line of every program. */
    public List<String> jvm(int heapMegabytes) {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(SMALL);
        command.add("-Xmx" + heapMegabytes + "m");
        return command;
    }

    /** The end of the command line of a program beside this one. */
    public List<String> own(String main) {
        List<Path> jars = Arrays.stream(classPath.split(File.pathSeparator, -1))
                .map(Path::of)
                .toList();
        List<String> arguments = new ArrayList<>(archives.options(CLI, jars));
        arguments.addAll(List.of("-cp", classPath, main));
        return arguments;
    }

    /**
     * The end of the command line of a service. All of it is on the class path, and not behind Quarkus' own class loader:
     * no archive keeps what another loader loads.
     */
    public List<String> service(String name) throws CannotStart {
        List<Path> jars = jars(name);
        List<String> arguments =
                new ArrayList<>(archives.making() ? archives.makingOptions(name) : archives.options(name, jars));
        arguments.addAll(List.of(OPEN, "-cp"));
        arguments.add(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        arguments.add(Objects.requireNonNull(MAINS.get(name), name));
        return arguments;
    }

    private List<Path> jars(String name) throws CannotStart {
        Path folder = home.resolve(name).resolve("target/quarkus-app");
        List<Path> jars = new ArrayList<>();
        try {
            for (String part : PARTS) {
                Path place = folder.resolve(part);
                if (Files.isDirectory(place)) {
                    try (Stream<Path> files = Files.list(place)) {
                        files.sorted().forEach(jars::add);
                    }
                } else if (Files.isRegularFile(place)) {
                    jars.add(place);
                }
            }
        } catch (IOException e) {
            throw new CannotStart(name + " cannot be read in " + home + ": " + e.getMessage(), e);
        }
        if (!Files.isRegularFile(folder.resolve("quarkus-run.jar"))) {
            throw new CannotStart(name + " is not built in " + home + ": build it with ./mvnw -DskipTests package");
        }
        return jars;
    }
}
