package io.gpuledger.bench.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One machine with a broker of its own and an empty folder; ledgers and rivals are started on it. */
public final class Site implements AutoCloseable {

    /** The consumer group of the ledger is its application. */
    public static final String LEDGER = "gpu-ledger.ledger-service";

    private static final int BROKER_HEAP_MEGABYTES = 512;
    private static final int HEAP_MEGABYTES = 1536;

    private final Installation installation;
    private final Path folder;
    private final List<Child> children = new ArrayList<>();
    private final Cluster cluster;

    public Site(Installation installation) {
        this.installation = installation;
        try {
            this.folder = Files.createTempDirectory("gpu-ledger-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int port = freePort();
        List<String> command = new ArrayList<>(installation.java(BROKER_HEAP_MEGABYTES));
        command.addAll(List.of("-cp", installation.classPath(), "io.gpuledger.broker.BrokerMain"));
        command.addAll(List.of("--data", folder.resolve("broker").toString(), "--port", Integer.toString(port)));
        command.addAll(List.of("--controller-port", Integer.toString(freePort())));
        children.add(Child.start(command, Map.of(), folder.resolve("broker.log")));
        this.cluster = new Cluster("127.0.0.1:" + port);
    }

    public Cluster cluster() {
        return cluster;
    }

    /** What anybody can read of crossings from here on. */
    public CrossingLog crossings() {
        return new CrossingLog(cluster.bootstrapServers());
    }

    public Path folder() {
        return folder;
    }

    /** A rival: a class of this program with its arguments. */
    public Child rival(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>(installation.java(HEAP_MEGABYTES));
        command.addAll(List.of("-cp", installation.classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return started(Child.start(command, Map.of(), folder.resolve(main.getSimpleName() + ".log")));
    }

    /** A new instance of the ledger on a folder of state of its own. */
    public LedgerProcess ledger(String name, String config, Map<String, String> settings) {
        int port = freePort();
        Path file = folder.resolve(name + ".yaml");
        try {
            Files.writeString(file, config);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> command = new ArrayList<>(installation.java(HEAP_MEGABYTES));
        command.addAll(List.of("-jar", installation.ledger()));
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", cluster.bootstrapServers(),
                "GPU_LEDGER_CONFIG", file.toString(),
                "GPU_LEDGER_STATE_DIR", folder.resolve(name + "-state").toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(port)));
        environment.putAll(settings);
        Child child = started(Child.start(command, environment, folder.resolve(name + ".log")));
        return new LedgerProcess(child, port);
    }

    /** What an instance keeps in its folder of state. */
    public long stateBytes(String name) {
        return Folders.bytes(folder.resolve(name + "-state"));
    }

    private Child started(Child child) {
        children.add(child);
        return child;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        cluster.close();
        for (Child child : children.reversed()) {
            child.close();
        }
        Folders.delete(folder);
    }
}
