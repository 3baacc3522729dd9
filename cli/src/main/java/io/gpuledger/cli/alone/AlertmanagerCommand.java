package io.gpuledger.cli.alone;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.HomeFolder;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the alert-service alone, with Alertmanager's flags. */
@Command(
        name = "alertmanager",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Run the alert-service by itself in Prometheus Alertmanager's place, in the foreground, on a Kafka of its own.",
            "",
            "Its routing file, HTTP API v2, webhooks and flags are Alertmanager's. Webhooks may lead to private addresses,"
                    + " as there; GPU_LEDGER_ALERT_ALLOW_PRIVATE_TARGETS=false forbids it."
        },
        footer = {
            "",
            "Flags of Alertmanager's that mean nothing here (--cluster.*, --log.*, --data.retention, ...) are taken, and"
                    + " named once.",
            "Exit codes: 0 ended by a signal, 1 the service ended by itself, 2 bad input."
        })
public final class AlertmanagerCommand implements Callable<Integer> {

    private static final String MEANINGLESS = "--cluster.listen-address";

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--config.file", paramLabel = "FILE", description = "The routing file. Default: alertmanager.yml")
    private Path config = Path.of("alertmanager.yml");

    @Option(names = "--storage.path", paramLabel = "DIR", description = "Where everything is kept. Default: data/")
    private Path storage = Path.of("data");

    @Option(
            names = "--web.listen-address",
            paramLabel = "HOST:PORT",
            description = "Where it answers. Default: 127.0.0.1:9093; with GPU_LEDGER_TOKENS_FILE or"
                    + " GPU_LEDGER_ALLOW_ANONYMOUS=true :9093, every address of the machine")
    private @Nullable String listen;

    @Option(
            names = "--web.external-url",
            paramLabel = "URL",
            description = "Where people reach it; goes into notifications. Default: the listening address")
    private @Nullable String externalUrl;

    @Option(
            names = "--web.route-prefix",
            paramLabel = "PATH",
            description = "Under which everything is answered. Default: the path of --web.external-url")
    private @Nullable String prefix;

    @Option(
            names = {
                MEANINGLESS,
                "--cluster.advertise-address",
                "--cluster.peer",
                "--cluster.peer-name",
                "--cluster.peer-timeout",
                "--cluster.peers-resolve-timeout",
                "--cluster.gossip-interval",
                "--cluster.pushpull-interval",
                "--cluster.tcp-timeout",
                "--cluster.probe-timeout",
                "--cluster.probe-interval",
                "--cluster.settle-timeout",
                "--cluster.reconnect-interval",
                "--cluster.reconnect-timeout",
                "--cluster.tls-config",
                "--cluster.label",
                "--cluster.allow-insecure-public-advertise-address-discovery",
                "--data.retention",
                "--data.maintenance-interval",
                "--alerts.gc-interval",
                "--alerts.per-alertname-limit",
                "--dispatch.maintenance-interval",
                "--dispatch.start-delay",
                "--silences.max-silences",
                "--silences.max-silence-size-bytes",
                "--web.get-concurrency",
                "--web.timeout",
                "--log.level",
                "--log.format",
                "--enable-feature",
                "--auto-gomemlimit.ratio"
            },
            arity = "0..1",
            hidden = true,
            fallbackValue = "")
    private @Nullable List<String> meaningless;

    @Option(
            names = {"--web.config.file", "--web.systemd-socket"},
            arity = "0..1",
            hidden = true,
            fallbackValue = "")
    private @Nullable String unsafe;

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        if (unsafe != null && !unsafe.isEmpty()) {
            throw new CannotStart(
                    "--web.config.file and --web.systemd-socket are not supported: GPU_LEDGER_TOKENS_FILE says who"
                            + " may ask, GPU_LEDGER_TLS_CERTIFICATE_FILE and GPU_LEDGER_TLS_KEY_FILE are for TLS");
        }
        nameMeaningless();
        AloneRequest request = AloneRequest.of(
                config,
                new HomeFolder(storage.toAbsolutePath().normalize()),
                ListenAddress.read(listen == null ? ListenAddress.usual(System.getenv()) : listen, System.getenv()),
                externalUrl,
                prefix);
        return new Alone(request, System.getenv()).run();
    }

    private void nameMeaningless() {
        if (meaningless == null) {
            return;
        }
        CommandSpec command = Objects.requireNonNull(spec);
        OptionSpec taken = command.findOption(MEANINGLESS);
        Set<String> given = new LinkedHashSet<>();
        for (String argument : command.root().commandLine().getParseResult().originalArgs()) {
            String name = argument.split("=", 2)[0];
            if (List.of(taken.names()).contains(name)) {
                given.add(name);
            }
        }
        given.forEach(name -> command.commandLine().getErr().println("warning: " + name + " means nothing here"));
    }
}
