package io.gpuledger.bench.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One machine with a broker of its own and an empty folder; ledgers and rivals are started on it. */
public final class Site implements AutoCloseable {

    /** The consumer group of the ledger is its application. */
    public static final String LEDGER = "gpu-ledger.ledger-service";

    private static final int BROKER_HEAP_MEGABYTES = 512;
    private static final int HEAP_MEGABYTES = 1536;
    private static final int ALERTS_HEAP_MEGABYTES = 512;

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

    /** The alert-service on this site's broker, with a routing file; what it answers is as the ledger's. */
    public LedgerProcess alerts(String name, String routing) {
        int port = freePort();
        List<String> command = new ArrayList<>(installation.java(ALERTS_HEAP_MEGABYTES));
        command.addAll(List.of("-jar", installation.alerts()));
        Map<String, String> environment = Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", cluster.bootstrapServers(),
                "GPU_LEDGER_ALERT_ROUTING_FILE", file(name + ".yml", routing).toString(),
                "GPU_LEDGER_ALERT_ALLOW_PRIVATE_TARGETS", "true",
                "GPU_LEDGER_STATE_DIR", folder.resolve(name + "-state").toString(),
                "QUARKUS_HTTP_PORT", Integer.toString(port));
        return new LedgerProcess(started(Child.start(command, environment, folder.resolve(name + ".log"))), port);
    }

    /** The alert-service alone, in the original's place, with a broker of its own. */
    public Contender standIn(String name, String routing) {
        return contender(name, List.of(installation.script(), "alertmanager"), routing);
    }

    /** Alertmanager itself; absent where it is not on the PATH. */
    public Optional<Contender> original(String name, String routing) {
        return Installation.onPath("prometheus-alertmanager", "alertmanager")
                .map(program -> contender(name, List.of(program), routing));
    }

    private Contender contender(String name, List<String> program, String routing) {
        String address = "127.0.0.1:" + freePort();
        List<String> command = new ArrayList<>(program);
        command.add("--config.file=" + file(name + ".yml", routing));
        command.add("--storage.path=" + folder.resolve(name));
        command.add("--web.listen-address=" + address);
        command.add("--cluster.listen-address=");
        Child child = started(Child.start(command, Map.of(), folder.resolve(name + ".log")));
        return new Contender(child, URI.create("http://" + address));
    }

    private Path file(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
