package io.gpuledger.cli;

import io.gpuledger.cli.launch.Detached;
import io.gpuledger.cli.launch.LaunchRequest;
import io.gpuledger.cli.launch.Launcher;
import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.HomeFolder;
import io.gpuledger.cli.launch.place.Ports;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts everything and stays, or stays in the background. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        description = {
            "Start everything on this machine: Kafka, the three services, and a simulated provider where no account is"
                    + " named.",
            "",
            "What is watched: the accounts of --config FILE; else your RunPod account if RUNPOD_API_KEY is set; else a"
                    + " simulated one."
        },
        footer = {"", "Exit codes: 2 nothing was started, and one line says why; 130 ended with Ctrl-C."})
final class UpCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-d", "--detach"},
            description = "Return once everything runs; end it with ./gpu-ledger down.")
    private boolean detach;

    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            description = "Accounts, owners, budgets and rules.")
    private @Nullable Path config;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "A Kafka that is there already; none is started then.")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Where everything is kept. Default: ~/.local/share/gpu-ledger")
    private @Nullable Path data;

    @Option(
            names = "--port-base",
            paramLabel = "PORT",
            description = "Use seven ports in a row from here instead of 19092, 19093 and 8101 to 8105.")
    private @Nullable Integer portBase;

    @Option(
            names = "--ledgers",
            paramLabel = "N",
            description = "So many ledger-services share the work, 1 to 4; of two or more each has a copy of another's"
                    + " part. The others listen behind the seven ports. Default: 1")
    private int ledgers = 1;

    @Option(names = "--screen-to", hidden = true)
    private @Nullable Path screenFile;

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        LaunchRequest request = new LaunchRequest(
                        HomeFolder.chosen(data, System.getenv()),
                        portBase == null ? Ports.DEFAULT : Ports.from(portBase),
                        config,
                        bootstrapServers,
                        ledgers,
                        screenFile)
                .check();
        if (detach) {
            out(Detached.start(request));
        } else {
            new Launcher(request, System.getenv(), this::out).run();
        }
        return 0;
    }

    private void out(String line) {
        PrintWriter out = Main.out(spec);
        out.println(line);
        out.flush();
    }
}
