package io.gpuledger.cli;

import io.gpuledger.cli.jobs.Columns;
import io.gpuledger.cli.jobs.EventPoster;
import io.gpuledger.cli.jobs.ImportRequest;
import io.gpuledger.cli.jobs.ImportWatch;
import io.gpuledger.cli.jobs.JobImport;
import io.gpuledger.cli.jobs.Times;
import io.gpuledger.cli.service.Access;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.cli.service.ServiceClient;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Jobs of a scheduler or a trace, from a CSV file. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Bring in GPU jobs from any CSV file with a header. The same file again changes nothing; a corrected one corrects.",
            "",
            "Times are seconds from --epoch, or ISO times with a zone. A job without a start began before the file"
                    + " (--from), one without an end was still running at its end (--until)."
        },
        footer = {
            "",
            "Example:",
            "  ./gpu-ledger import jobs trace.csv --account cluster-a --epoch 2026-01-01T00:00:00Z \\",
            "      --map id=job,owner=team,gpus=num_gpu,start=start_time,end=end_time --price-per-gpu-hour 1.89",
            "",
            "Exit codes: 1 pricing-service did not take it, 2 bad input."
        })
final class ImportJobsCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The CSV file.")
    private Path file = Path.of("");

    @Option(names = "--account", required = true, paramLabel = "NAME", description = "Whose jobs they are.")
    private String account = "";

    @Option(names = "--provider", paramLabel = "NAME", description = "Where it ran. Default: csv")
    private String provider = "csv";

    @Option(
            names = "--map",
            required = true,
            paramLabel = "FIELD=COL,...",
            description = "Columns of id, owner, gpus, start, end, and if there are, project, sku.")
    private String map = "";

    @Option(names = "--epoch", paramLabel = "ISO", description = "Second 0. Default: 1970-01-01T00:00:00Z")
    private Instant epoch = Instant.EPOCH;

    @Option(
            names = "--price-per-gpu-hour",
            paramLabel = "DOLLARS",
            description = "Unpriced when absent, which is not $0.")
    private @Nullable String price;

    @Option(names = "--sku", paramLabel = "NAME", description = "What kind of GPU, where no column says so.")
    private @Nullable String sku;

    @Option(names = "--from", paramLabel = "TIME", description = "Default: the first instant of the file.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "TIME", description = "Default: the last instant of the file.")
    private @Nullable String until;

    @Option(
            names = "--recorded-at",
            paramLabel = "ISO",
            description = "Of two records of one job the later recorded is true. Default: now")
    private @Nullable Instant recordedAt;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Write every row that cannot be used here.")
    private @Nullable Path rejects;

    @Option(names = "--url", paramLabel = "URL", description = "pricing-service. Default: http://127.0.0.1:8101")
    private URI url = URI.create("http://127.0.0.1:8101");

    @Mixin
    private final Access access = new Access();

    @Override
    public Integer call() throws Refused {
        PrintWriter out = Main.out(spec);
        check();
        ImportRequest request = request();
        try (ServiceClient service = access.to(url);
                ImportWatch watch = ImportWatch.open(out, Boolean.getBoolean(Main.TERMINAL), rejects)) {
            JobImport.Outcome outcome =
                    new JobImport(new EventPoster(service, Duration.ofSeconds(1)), watch).run(request);
            watch.summarise(outcome);
            return outcome.imported() == 0 && outcome.unusable() > 0 ? Main.FAILED : 0;
        }
    }

    private void check() throws Refused {
        if (rejects != null
                && rejects.toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize())) {
            throw Refused.badInput("--rejects must be another file than the one that is read");
        }
    }

    private @Nullable HourlyRate pricePerGpuHour() {
        if (price == null) {
            return null;
        }
        HourlyRate rate = HourlyRate.ofDollars(price);
        InvalidValue.unless(rate.nanoDollars() >= 0, "--price-per-gpu-hour", "must not be negative");
        return rate;
    }

    private ImportRequest request() throws Refused {
        Times times = new Times(epoch);
        try {
            return new ImportRequest(
                    file,
                    new AccountRef(provider, account),
                    Columns.parse(map),
                    times,
                    pricePerGpuHour(),
                    sku,
                    from == null ? null : times.read(from),
                    until == null ? null : times.read(until),
                    recordedAt == null ? Instant.now() : recordedAt);
        } catch (InvalidValue e) {
            throw Refused.badInput(e.getMessage() == null ? "bad input" : e.getMessage());
        } catch (IllegalArgumentException e) {
            throw Refused.badInput("--from or --until: " + e.getMessage());
        }
    }
}
