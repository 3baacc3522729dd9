package io.gpuledger.cli;

import io.gpuledger.simulator.SimulatorMain;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The simulated provider alone. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Run the simulated provider alone: it speaks RunPod's APIs from a scripted fleet.")
final class SimulateCommand implements Callable<Integer> {

    @Option(names = "--port", paramLabel = "PORT", description = "Default: 8105")
    private @Nullable String port;

    @Option(names = "--host", paramLabel = "ADDRESS", description = "Default: 127.0.0.1")
    private @Nullable String host;

    @Option(
            names = "--scenario",
            paramLabel = "FILE",
            description = "A fleet and what happens to it; a demo when absent.")
    private @Nullable String scenario;

    @Option(names = "--begin", paramLabel = "INSTANT", description = "When the scenario began. Default: now")
    private @Nullable String begin;

    @Option(names = "--fault", paramLabel = "NAME", description = "Answer everything with this fault.")
    private @Nullable String fault;

    @Override
    public Integer call() throws InterruptedException {
        List<String> arguments = new ArrayList<>();
        add(arguments, "--port", port);
        add(arguments, "--host", host);
        add(arguments, "--scenario", scenario);
        add(arguments, "--begin", begin);
        add(arguments, "--fault", fault);
        SimulatorMain.main(arguments.toArray(String[]::new));
        new CountDownLatch(1).await();
        return 0;
    }

    private static void add(List<String> arguments, String name, @Nullable String value) {
        if (value != null) {
            arguments.add(name);
            arguments.add(value);
        }
    }
}
