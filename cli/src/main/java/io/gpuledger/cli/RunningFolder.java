package io.gpuledger.cli;

import io.gpuledger.cli.launch.place.HomeFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says which of several systems on a machine is meant. */
final class RunningFolder {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder given to up. Default: ~/.local/share/gpu-ledger")
    private @Nullable Path data;

    HomeFolder folder() {
        return HomeFolder.chosen(data, System.getenv());
    }
}
