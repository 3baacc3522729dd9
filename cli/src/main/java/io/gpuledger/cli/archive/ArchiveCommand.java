package io.gpuledger.cli.archive;

import io.gpuledger.cli.launch.place.Archives;
import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.Installation;
import io.gpuledger.cli.service.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the archives; the script does so after it has built. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = {
            "Make the archives of loaded classes, with which everything starts in about half of the time.",
            "",
            "The first build makes them. It runs everything once, in a folder and on ports of its own."
        },
        footer = {"", "Exit codes: 1 they could not be made; 2 bad input."})
public final class ArchiveCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        Installation installation = Installation.here();
        Path archives = installation.archives().folder();
        if (archives == null) {
            throw new CannotStart("where archives are kept is not known: -D" + Archives.FOLDER + " is missing");
        }
        try {
            Files.createDirectories(archives);
            Path folder = Files.createTempDirectory("gpu-ledger-archive");
            try {
                new Training(installation, folder).run();
            } finally {
                delete(folder);
            }
            return 0;
        } catch (IOException e) {
            Output.of(spec).println("archives cannot be made: " + e.getMessage());
            return 1;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
