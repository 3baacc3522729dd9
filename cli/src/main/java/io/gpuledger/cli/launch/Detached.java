package io.gpuledger.cli.launch;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.HomeFolder;
import io.gpuledger.cli.launch.place.Installation;
import io.gpuledger.cli.launch.process.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Starts the launcher as a process that outlives this one, and waits until it says that everything runs. */
public final class Detached {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PAUSE_MILLIS = 50;
    private static final int HEAP_MEGABYTES = 64;

    private Detached() {}

    /** Returns the screen. */
    public static String start(LaunchRequest request) throws CannotStart, InterruptedException {
        HomeFolder folder = request.folder().create("--data");
        LogFile log = new LogFile(folder.log(Launcher.NAME));
        long before = log.size();
        try {
            Path directory = Files.createTempDirectory(folder.run(), "start");
            Path screen = directory.resolve("screen.txt");
            try {
                Process launcher = spawn(command(request.arguments(), screen), log);
                await(launcher, screen);
                if (Files.exists(screen)) {
                    return Files.readString(screen).strip();
                }
                throw new CannotStart(lastLines(log.since(before)));
            } finally {
                Files.deleteIfExists(screen);
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            throw new CannotStart("cannot start in the background: " + e.getMessage(), e);
        }
    }

    private static List<String> command(List<String> arguments, Path screen) {
        Installation here = Installation.here();
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh"));
        command.addAll(here.jvm(HEAP_MEGABYTES));
        command.add("-D" + Installation.HOME + "=" + here.home());
        command.addAll(here.archives().properties());
        command.addAll(here.own("io.gpuledger.cli.Main"));
        command.addAll(arguments);
        command.addAll(List.of("--screen-to", screen.toString()));
        return command;
    }

    private static Process spawn(List<String> command, LogFile log) throws IOException {
        Process launcher = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()))
                .start();
        launcher.getOutputStream().close();
        return launcher;
    }

    private static void await(Process launcher, Path screen) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (launcher.isAlive() && !Files.exists(screen) && System.nanoTime() < deadline) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private static String lastLines(String said) {
        return said.isBlank() ? "the launcher ended without a word" : said.strip();
    }
}
