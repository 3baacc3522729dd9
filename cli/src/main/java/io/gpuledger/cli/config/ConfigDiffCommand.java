package io.gpuledger.cli.config;

import io.gpuledger.cli.service.Access;
import io.gpuledger.cli.service.Output;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.cli.service.ServiceClient;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what apply would change. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Show what ./gpu-ledger apply would change: + make, ~ change, - delete.",
        footer = {"", "Exit codes: 1 ledger-service did not tell its configuration, 2 bad input."})
public final class ConfigDiffCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The file.")
    private Path file = Path.of("");

    @Option(names = "--url", paramLabel = "URL", description = "ledger-service. Default: http://127.0.0.1:8102")
    private URI url = URI.create("http://127.0.0.1:8102");

    @Mixin
    private final Access access = new Access();

    @Override
    public Integer call() throws Refused {
        PrintWriter out = Output.of(spec);
        WantedFile wanted = WantedFile.read(file);
        try (ServiceClient service = access.to(url)) {
            LedgerClient ledger = new LedgerClient(service);
            DifferenceText.lines(Difference.between(ledger.inForce(), wanted)).forEach(out::println);
            return 0;
        }
    }
}
