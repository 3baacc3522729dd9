package io.gpuledger.cli.bills;

import io.gpuledger.cli.jobs.EventPoster;
import io.gpuledger.cli.jobs.Times;
import io.gpuledger.cli.service.Access;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.cli.service.ServiceClient;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.value.InvalidValue;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lines of a provider's bill and credits, from a CSV file. */
@Command(
        name = "bills",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Bring in lines of bills and credits from any CSV file with a header. The same file again changes nothing.",
            "",
            "Where a row cannot be used nothing is brought in. Times are seconds from 1970, or ISO times with a zone."
        },
        footer = {
            "",
            "Example:",
            "  ./gpu-ledger import bills november.csv --provider runpod --account main \\",
            "      --map resource=pod_id,from=start,until=end,amount=usd",
            "",
            "Exit codes: 1 pricing-service did not take it, 2 bad input."
        })
public final class ImportBillsCommand implements Callable<Integer> {

    private static final int FAILED = 1;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file = Path.of("");

    @Option(names = "--account", required = true, paramLabel = "NAME", description = "Whose bill it is.")
    private String account = "";

    @Option(names = "--provider", required = true, paramLabel = "NAME", description = "Who billed, such as runpod.")
    private String provider = "";

    @Option(
            names = "--map",
            paramLabel = "FIELD=COL,...",
            description = "Columns of from, until, amount, and if there are, line, resource, kind, gpuHours, sku,"
                    + " description. Default: columns of these names")
    private @Nullable String map;

    @Option(
            names = "--told-at",
            paramLabel = "ISO",
            description = "Of two tellings of one line the later is true. Default: now")
    private @Nullable Instant toldAt;

    @Option(names = "--url", paramLabel = "URL", description = "pricing-service. Default: http://127.0.0.1:8101")
    private URI url = URI.create("http://127.0.0.1:8101");

    @Mixin
    private final Access access = new Access();

    @Override
    public Integer call() throws Refused {
        BillRequest request = request();
        try (ServiceClient service = access.to(url)) {
            BillImport.Outcome outcome = new BillImport(new EventPoster(service, Duration.ofSeconds(1))).run(request);
            PrintWriter out = spec == null
                    ? new PrintWriter(System.out, true, StandardCharsets.UTF_8)
                    : spec.commandLine().getOut();
            outcome.refused().forEach((line, reason) -> out.println(line + " was refused: " + reason));
            out.printf(
                    Locale.ROOT,
                    "%,d lines imported, %,d of them credits, %s dollars in all; %,d refused%n",
                    outcome.lines(),
                    outcome.credits(),
                    outcome.amount().dollars(2).toPlainString(),
                    outcome.refused().size());
            return outcome.refused().isEmpty() ? 0 : FAILED;
        }
    }

    private BillRequest request() throws Refused {
        try {
            return new BillRequest(
                    file,
                    new AccountRef(provider, account),
                    BillColumns.parse(map),
                    new Times(Instant.EPOCH),
                    toldAt == null ? Instant.now() : toldAt);
        } catch (InvalidValue e) {
            throw Refused.badInput(e.getMessage() == null ? "bad input" : e.getMessage());
        }
    }
}
