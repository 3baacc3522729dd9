package io.gpuledger.broker;

import java.nio.file.Path;

/**
 * Where a broker lives.
 *
 * @param dataDir its folder; created when absent, kept when there
 * @param port where clients connect
 * @param controllerPort where the node speaks to itself
 * @param host the address it listens on and tells clients to use
 */
public record Settings(Path dataDir, int port, int controllerPort, String host) {

    public static final String LOOPBACK = "127.0.0.1";

    private static final int PORT_MAX = 65_535;

    public Settings {
        require(port >= 1 && port <= PORT_MAX, "port must be from 1 to " + PORT_MAX);
        require(controllerPort >= 1 && controllerPort <= PORT_MAX, "controller port must be from 1 to " + PORT_MAX);
        require(port != controllerPort, "port and controller port must differ");
        require(!host.isBlank(), "host is required");
    }

    public Settings(Path dataDir, int port, int controllerPort) {
        this(dataDir, port, controllerPort, LOOPBACK);
    }

    public String bootstrapServers() {
        return host + ":" + port;
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
