package io.gpuledger.broker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A broker and controller in one, for one machine. Its data stays in its folder. */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE_ID = 1;
    private static final String CONTROLLER = "CONTROLLER";
    private static final String CLUSTER_ID_FILE = "cluster.id";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    /**
     * Where the broker lives.
     *
     * @param data its folder; made when it is not there
     * @param host the address it listens on
     */
    public record Settings(Path data, String host, int port, int controllerPort) {}

    private EmbeddedBroker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /** Formats the folder where that is needed, and starts; when it returns the broker takes requests. */
    public static EmbeddedBroker start(Settings settings) throws IOException {
        Files.createDirectories(settings.data());
        format(settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties(settings)), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, settings.host() + ":" + settings.port());
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** Returns when the broker has stopped by itself or by {@link #close}. */
    public void awaitShutdown() {
        server.awaitShutdown();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Settings settings) throws IOException {
        Formatter formatter = new Formatter();
        formatter.setClusterId(clusterId(settings.data()));
        formatter.setNodeId(NODE_ID);
        formatter.setReleaseVersion(MetadataVersion.latestProduction());
        formatter.setDirectories(java.util.List.of(logs(settings).toString()));
        formatter.setMetadataLogDirectory(logs(settings).toString());
        formatter.setControllerListenerName(CONTROLLER);
        formatter.setIgnoreFormatted(true);
        try {
            formatter.run();
        } catch (Exception e) {
            throw new IOException("the broker's folder " + settings.data() + " cannot be formatted", e);
        }
    }

    private static String clusterId(Path data) throws IOException {
        Path file = data.resolve(CLUSTER_ID_FILE);
        if (!Files.exists(file)) {
            Files.writeString(file, Uuid.randomUuid().toString());
        }
        return Files.readString(file).strip();
    }

    private static Path logs(Settings settings) {
        return settings.data().resolve("logs");
    }

    private static Properties properties(Settings settings) {
        Properties properties = new Properties();
        properties.put("process.roles", "broker,controller");
        properties.put("node.id", Integer.toString(NODE_ID));
        properties.put("controller.quorum.voters", NODE_ID + "@" + settings.host() + ":" + settings.controllerPort());
        properties.put("controller.listener.names", CONTROLLER);
        properties.put(
                "listeners",
                "PLAINTEXT://" + settings.host() + ":" + settings.port() + "," + CONTROLLER + "://" + settings.host()
                        + ":" + settings.controllerPort());
        properties.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        properties.put("inter.broker.listener.name", "PLAINTEXT");
        properties.put("log.dirs", logs(settings).toString());
        properties.put("auto.create.topics.enable", "false");
        properties.put("num.partitions", "4");
        forOneNode(properties);
        return properties;
    }

    /** Everything is there once, with few partitions and small buffers; a group's first member does not wait. */
    private static void forOneNode(Properties properties) {
        properties.put("default.replication.factor", "1");
        properties.put("min.insync.replicas", "1");
        properties.put("offsets.topic.replication.factor", "1");
        properties.put("offsets.topic.num.partitions", "4");
        properties.put("transaction.state.log.replication.factor", "1");
        properties.put("transaction.state.log.min.isr", "1");
        properties.put("transaction.state.log.num.partitions", "4");
        properties.put("share.coordinator.state.topic.replication.factor", "1");
        properties.put("share.coordinator.state.topic.min.isr", "1");
        properties.put("share.coordinator.state.topic.num.partitions", "1");
        properties.put("group.initial.rebalance.delay.ms", "0");
        properties.put("log.cleaner.dedupe.buffer.size", "8388608");
        properties.put("log.index.size.max.bytes", "1048576");
        properties.put("num.network.threads", "2");
        properties.put("num.io.threads", "4");
        properties.put("controlled.shutdown.enable", "false");
    }
}
