package io.gpuledger.cli.launch;

import io.gpuledger.cli.launch.place.HomeFolder;
import io.gpuledger.cli.launch.process.Crew;
import io.gpuledger.cli.launch.process.Ending;
import io.gpuledger.cli.launch.process.RunFile;
import java.time.Duration;
import java.util.List;

/** Stops a running system from outside: its launcher does it in order; without one, what is left is ended here. */
public final class Shutdown {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private Shutdown() {}

    /** The names of what was running. */
    public static List<String> of(HomeFolder folder) {
        List<RunFile> running = RunFile.all(folder.run()).stream()
                .filter(file -> file.process().isPresent())
                .toList();
        running.stream()
                .filter(file -> file.name().equals(Launcher.NAME))
                .flatMap(file -> file.process().stream())
                .forEach(launcher -> Ending.end(List.of(launcher), PATIENCE));
        Crew.stopLeftovers(folder.run());
        return running.stream()
                .map(RunFile::name)
                .filter(name -> !name.equals(Launcher.NAME))
                .toList();
    }
}
