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

/** Makes the configuration what a file says. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Make owners, budgets, plans, rules, overheads, assumed prices and metering what a file says, all at once or not"
                    + " at all.",
            "",
            "Of each section the file has, exactly that is in force afterwards; sections it does not have are left alone."
                    + " accounts and alerting are read from the services' own file only."
        },
        footer = {
            "",
            "Exit codes: 1 ledger-service did not take it, 2 bad input, 3 somebody else changed it meanwhile or it is"
                    + " managed by the service's own file."
        })
public final class ApplyCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-f", "--file"},
            required = true,
            paramLabel = "FILE",
            description = "The file, as ./gpu-ledger export writes it.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Show the difference and change nothing.")
    private boolean dryRun;

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
            Difference difference = Difference.between(ledger.inForce(), wanted);
            DifferenceText.lines(difference).forEach(out::println);
            difference.check();
            if (!dryRun && !difference.isEmpty()) {
                ledger.change(difference.changes(), System.getProperty("user.name", "apply"));
                out.println("applied");
            }
            return 0;
        }
    }
}
