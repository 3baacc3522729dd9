package io.gpuledger.cli.launch.place;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the programs are.
 *
 * @param home the root of the built tree
 * @param java the Java that runs this, and will run everything else
 * @param classPath where the broker and the simulator are found: beside this program
 */
public record Installation(Path home, Path java, String classPath) {

    /** The system property the script sets. */
    public static final String HOME = "gpu-ledger.home";

    public static Installation here() {
        return new Installation(
                Path.of(System.getProperty(HOME, ".")).toAbsolutePath().normalize(),
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"));
    }

    /** The program of a service. */
    public Path service(String name) throws CannotStart {
        Path jar = home.resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.isRegularFile(jar)) {
            throw new CannotStart(name + " is not built in " + home + ": build it with ./mvnw -DskipTests package");
        }
        return jar;
    }
}
