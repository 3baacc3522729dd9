package io.gpuledger.cli.launch.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that survives a restart, in one folder. */
public record HomeFolder(Path root) {

    /** The folder given, else the one of the desktop standard, else {@code ~/.local/share/gpu-ledger}. */
    public static HomeFolder chosen(@Nullable Path given, Map<String, String> environment) {
        if (given != null) {
            return new HomeFolder(given.toAbsolutePath().normalize());
        }
        String standard = environment.getOrDefault("XDG_DATA_HOME", "");
        Path parent = standard.isBlank()
                ? Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local", "share")
                : Path.of(standard);
        return new HomeFolder(parent.resolve("gpu-ledger").toAbsolutePath().normalize());
    }

    /** How a command must be told of this folder: nothing where it would find it by itself. */
    public String option(Map<String, String> environment) {
        return equals(chosen(null, environment)) ? "" : " --data " + root;
    }

    public Path broker() {
        return root.resolve("broker");
    }

    public Path state() {
        return root.resolve("state");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Who is running now: a lock and a file per process. */
    public Path run() {
        return root.resolve("run");
    }

    public Path log(String program) {
        return logs().resolve(program + ".log");
    }

    /** @param flag the one another folder can be named with */
    public HomeFolder create(String flag) throws CannotStart {
        try {
            for (Path folder : List.of(broker(), state(), logs(), run())) {
                Files.createDirectories(folder);
            }
            return this;
        } catch (IOException e) {
            throw new CannotStart("the folder " + root + " cannot be used: " + reason(e) + "; try " + flag + " DIR", e);
        }
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName().replace("Exception", "");
    }
}
