package io.gpuledger.testing;

import io.gpuledger.broker.EmbeddedBroker;
import io.gpuledger.common.topic.TopicSettings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The broker of this test JVM. The system property {@value #SWITCH} says where it comes from: {@code jvm} (the default),
 * {@code docker} (a container), or {@code auto} (a container where there is a Docker engine, the JVM otherwise).
 */
public final class TestBroker {

    public static final String SWITCH = "gpu-ledger.test.broker";
    private static final String IMAGE = "apache/kafka:4.1.1";
    private static final String ADDRESS = "kafka.bootstrap.servers";

    private TestBroker() {}

    /** Where the broker listens; it was started with the test JVM. */
    public static String bootstrapServers() {
        String servers = System.getProperty(ADDRESS);
        if (servers == null) {
            throw new IllegalStateException("no broker was started: is the testing module on the test class path?");
        }
        return servers;
    }

    /** Creates the topics of the system that are not there yet. */
    public static void createTopics() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            Set<String> there = admin.listTopics().names().get();
            List<NewTopic> missing = new ArrayList<>();
            for (TopicSettings topic : TopicSettings.shipped()) {
                if (!there.contains(topic.name())) {
                    Map<String, String> config = new HashMap<>(topic.config());
                    config.put("min.insync.replicas", "1");
                    missing.add(new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(config));
                }
            }
            admin.createTopics(missing).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics cannot be created", e);
        }
    }

    static AutoCloseable start() throws IOException {
        String choice = System.getProperty(SWITCH, "jvm");
        boolean docker = choice.equals("docker")
                || (choice.equals("auto") && DockerClientFactory.instance().isDockerAvailable());
        return docker ? inDocker() : inThisJvm();
    }

    private static AutoCloseable inDocker() {
        KafkaContainer container = new KafkaContainer(DockerImageName.parse(IMAGE));
        container.start();
        System.setProperty(ADDRESS, container.getBootstrapServers());
        return container;
    }

    private static AutoCloseable inThisJvm() throws IOException {
        Path data = Files.createTempDirectory("test-broker");
        EmbeddedBroker broker =
                EmbeddedBroker.start(new EmbeddedBroker.Settings(data, "127.0.0.1", freePort(), freePort()));
        System.setProperty(ADDRESS, broker.bootstrapServers());
        return broker;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
