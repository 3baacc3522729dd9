package io.gpuledger.cli.config;

import io.gpuledger.cli.service.Access;
import io.gpuledger.cli.service.Output;
import io.gpuledger.cli.service.Refused;
import io.gpuledger.cli.service.ServiceClient;
import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.config.resource.ResourceFile;
import io.gpuledger.common.event.ConfigChanged;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the configuration that is in force as a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description =
                "Write the configuration that is in force as a file that ./gpu-ledger apply gives back unchanged.",
        footer = {"", "Exit codes: 1 ledger-service did not tell it, 2 bad input."})
public final class ExportCommand implements Callable<Integer> {

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to. Default: the screen")
    private @Nullable Path output;

    @Option(names = "--url", paramLabel = "URL", description = "ledger-service. Default: http://127.0.0.1:8102")
    private URI url = URI.create("http://127.0.0.1:8102");

    @Mixin
    private final Access access = new Access();

    @Override
    public Integer call() throws Refused {
        PrintWriter out = Output.of(spec);
        try (ServiceClient service = access.to(url)) {
            LedgerClient ledger = new LedgerClient(service);
            List<Resource> resources =
                    ledger.inForce().stream().map(ExportCommand::resource).toList();
            String yaml = ResourceFile.yaml(resources);
            if (output == null) {
                out.print(yaml);
                out.flush();
            } else {
                Files.writeString(output, yaml);
                out.println(resources.size() + " resources written to " + output);
            }
            return 0;
        } catch (IOException e) {
            throw Refused.badInput(output + ": cannot be written");
        }
    }

    private static Resource resource(ConfigChanged kept) {
        return Resource.read(kept.kind(), kept.name(), kept.value() == null ? Map.of() : kept.value());
    }
}
