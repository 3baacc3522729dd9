package io.gpuledger.acceptance;

import io.gpuledger.testing.TestBroker;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The services as processes of their own, on the test broker, with one configuration and one folder. */
final class Stage implements AutoCloseable {

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final List<Actor> actors = new ArrayList<>();

    Stage(String name, String configuration, String routing) throws IOException {
        folder = Files.createDirectories(Path.of("target", "stage", name).toAbsolutePath());
        Files.writeString(folder.resolve("routing.yml"), routing);
        Files.writeString(folder.resolve("gpu-ledger.yaml"), configuration + "\nalerting: {file: routing.yml}\n");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", TestBroker.bootstrapServers());
        environment.put("GPU_LEDGER_CONFIG", folder.resolve("gpu-ledger.yaml").toString());
        environment.put("GPU_LEDGER_ALERT_ALLOW_PRIVATE_TARGETS", "true");
        environment.put("GPU_LEDGER_SIMULATED_KEY", "simulated");
        TestBroker.wipe();
    }

    /** A service on a port of its own; not started yet. */
    Actor actor(String service) throws IOException {
        return actor(service, service, Map.of());
    }

    /** One of several of a service, with a folder of state and a log of its own, and with further settings. */
    Actor actor(String service, String name, Map<String, String> further) throws IOException {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put(
                "GPU_LEDGER_STATE_DIR",
                Files.createTempDirectory(folder, "state").toString());
        settings.putAll(further);
        Actor actor = new Actor(service, name, freePort(), folder, settings);
        actors.add(actor);
        return actor;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        actors.reversed().forEach(Actor::kill);
    }
}
