package io.gpuledger.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real broker inside this JVM. {@link #start} returns when it answers clients; {@link #close} writes everything out. */
public final class EmbeddedBroker implements AutoCloseable {

    private final KafkaRaftServer server;
    private final Settings settings;

    private EmbeddedBroker(KafkaRaftServer server, Settings settings) {
        this.server = server;
        this.settings = settings;
    }

    /**
     * Formats the folder the first time, then starts.
     *
     * @throws IllegalStateException when the folder cannot be used
     * @throws org.apache.kafka.common.KafkaException when a port is taken or the folder is another broker's
     */
    public static EmbeddedBroker start(Settings settings) {
        Properties properties = NodeProperties.of(settings);
        format(settings);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(properties, false), Time.SYSTEM);
        server.startup();
        return new EmbeddedBroker(server, settings);
    }

    public String bootstrapServers() {
        return settings.bootstrapServers();
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Settings settings) {
        try {
            Path folder = Files.createDirectories(settings.dataDir()).toAbsolutePath();
            if (!Files.exists(folder.resolve("meta.properties"))) {
                formatter(folder.toString()).run();
            }
        } catch (IOException e) {
            throw new IllegalStateException("the broker's folder cannot be used: " + settings.dataDir(), e);
        } catch (Exception e) {
            throw new IllegalStateException("the broker's folder cannot be formatted: " + settings.dataDir(), e);
        }
    }

    private static Formatter formatter(String folder) {
        return new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(NodeProperties.NODE_ID)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setDirectories(List.of(folder))
                .setMetadataLogDirectory(folder)
                .setControllerListenerName(NodeProperties.CONTROLLER_LISTENER)
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    }
}
