package io.gpuledger.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.topics.TopicApplier;
import io.gpuledger.cli.launch.topics.TopicReport;
import io.gpuledger.common.topic.TopicSettings;
import io.gpuledger.common.wire.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Creates what is missing and says what differs. */
@Command(
        name = "apply",
        mixinStandardHelpOptions = true,
        description = {
            "Create the topics that are missing. What exists is never changed; what differs is shown.",
            "min.insync.replicas is lowered to the number of replicas where the cluster has fewer."
        },
        footer = {"", "Exit codes: 1 Kafka cannot be reached or refused, 2 bad input."})
final class TopicsApplyCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--bootstrap-servers", required = true, paramLabel = "HOST:PORT", description = "Your Kafka.")
    private String bootstrapServers = "";

    @Option(
            names = "--replication-factor",
            paramLabel = "N",
            description = "Copies of each topic. Default: what the cluster has as its default.")
    private short replicationFactor = TopicApplier.CLUSTER_DEFAULT;

    @Option(
            names = "--topics",
            paramLabel = "FILE",
            description = "Settings of topics instead of those that are shipped.")
    private @Nullable Path file;

    @Override
    public Integer call() throws CannotStart {
        if (replicationFactor < 1 && replicationFactor != TopicApplier.CLUSTER_DEFAULT) {
            throw new CannotStart("--replication-factor must be at least 1, not " + replicationFactor);
        }
        List<TopicSettings> wanted = wanted();
        try (TopicApplier applier = TopicApplier.on(bootstrapServers, PATIENCE)) {
            print(applier.apply(wanted, replicationFactor));
            return 0;
        } catch (TopicApplier.Unreachable e) {
            out().println(bootstrapServers + ": " + e.getMessage());
            return Main.FAILED;
        }
    }

    private void print(TopicReport report) {
        report.created().forEach(name -> out().println("created " + name));
        report.differences().forEach(line -> out().println("differs " + line + " (left as it is)"));
        out().println(report.created().size() + " created, " + report.unchanged() + " were there, "
                + report.differences().size() + " differences");
    }

    private List<TopicSettings> wanted() throws CannotStart {
        if (file == null) {
            return TopicSettings.shipped();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return TopicSettings.read(in);
        } catch (JsonProcessingException e) {
            throw new CannotStart(file + ": " + Malformed.place(e) + Malformed.reason(e), e);
        } catch (IOException e) {
            throw new CannotStart(file + ": cannot be read", e);
        }
    }

    private PrintWriter out() {
        return Main.out(spec);
    }
}
