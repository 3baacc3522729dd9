package io.gpuledger.cli.launch;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.HomeFolder;
import io.gpuledger.cli.launch.place.Ports;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What {@code up} was asked for.
 *
 * @param config the user's configuration file; absent means one is made
 * @param bootstrapServers a Kafka that is there already; absent means one is started
 * @param ledgers how many ledger-services share the work
 * @param screenFile where the screen is written too once everything runs, for whoever waits for it
 */
public record LaunchRequest(
        HomeFolder folder,
        Ports ports,
        @Nullable Path config,
        @Nullable String bootstrapServers,
        int ledgers,
        @Nullable Path screenFile) {

    /** Refused before anything is started. */
    public LaunchRequest check() throws CannotStart {
        if (ledgers < 1 || ledgers > Ports.LEDGERS_MAX) {
            throw new CannotStart("--ledgers must be from 1 to " + Ports.LEDGERS_MAX + ", not " + ledgers);
        }
        return this;
    }

    /** The Kafka everything speaks to. */
    public String kafka() {
        return bootstrapServers == null ? ports.bootstrapServers() : bootstrapServers;
    }

    boolean startsBroker() {
        return bootstrapServers == null;
    }

    /** The same request as arguments of {@code up}, to be made by another process. */
    List<String> arguments() {
        List<String> arguments =
                new ArrayList<>(List.of("up", "--data", folder.root().toString()));
        if (!ports.equals(Ports.DEFAULT)) {
            arguments.addAll(List.of("--port-base", Integer.toString(ports.broker())));
        }
        if (config != null) {
            arguments.addAll(List.of("--config", config.toAbsolutePath().toString()));
        }
        if (bootstrapServers != null) {
            arguments.addAll(List.of("--bootstrap-servers", bootstrapServers));
        }
        if (ledgers > 1) {
            arguments.addAll(List.of("--ledgers", Integer.toString(ledgers)));
        }
        return arguments;
    }
}
