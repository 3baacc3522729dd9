package io.gpuledger.cli;

import io.gpuledger.cli.launch.Shutdown;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Stops what {@code up} started, wherever it was started from. */
@Command(name = "down", mixinStandardHelpOptions = true, description = "Stop everything; what was counted is kept.")
final class DownCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final RunningFolder running = new RunningFolder();

    @Override
    public Integer call() {
        List<String> stopped = Shutdown.of(running.folder());
        Main.out(spec).println(stopped.isEmpty() ? "nothing was running" : "stopped " + String.join(", ", stopped));
        return 0;
    }
}
