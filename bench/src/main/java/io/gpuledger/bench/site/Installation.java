package io.gpuledger.bench.site;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The build this program is run from. */
public record Installation(Path root) {

    private static final Path LEDGER = Path.of("ledger-service/target/quarkus-app/quarkus-run.jar");

    public Installation {
        if (!Files.exists(root.resolve(LEDGER))) {
            throw new IllegalStateException(root.resolve(LEDGER) + " is missing: build first (bench/README.md)");
        }
    }

    String ledger() {
        return root.resolve(LEDGER).toString();
    }

    String alerts() {
        Path jar = root.resolve("alert-service/target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: build first (bench/README.md)");
        }
        return jar.toString();
    }

    String script() {
        return root.resolve("gpu-ledger").toString();
    }

    /** The first of these programs there is. */
    static Optional<String> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    String classPath() {
        Path target = root.resolve("bench/target");
        return target.resolve("classes") + File.pathSeparator + target.resolve("lib") + "/*";
    }

    /** Everybody who is measured gets the same. */
    List<String> java(int heapMegabytes) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Xms" + heapMegabytes + "m",
                "-Xmx" + heapMegabytes + "m",
                "--enable-native-access=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn");
    }
}
