package io.gpuledger.testing;

import io.gpuledger.broker.EmbeddedBroker;
import io.gpuledger.broker.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;

/** Where the broker of the tests comes from: the one switch is {@code -Dgpu-ledger.test.broker=jvm|docker|auto}. */
enum BrokerKind {
    JVM {
        @Override
        Running start() {
            Path folder = folder();
            EmbeddedBroker broker = EmbeddedBroker.start(new Settings(folder, freePort(), freePort()));
            return new Running(broker.bootstrapServers(), () -> {
                broker.close();
                delete(folder);
            });
        }
    },
    DOCKER {
        @Override
        Running start() {
            KafkaContainer container = new KafkaContainer(IMAGE)
                    .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                    .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
            container.start();
            return new Running(container.getBootstrapServers(), container::stop);
        }
    },
    AUTO {
        @Override
        Running start() {
            return (DockerClientFactory.instance().isDockerAvailable() ? DOCKER : JVM).start();
        }
    };

    static final String SWITCH = "gpu-ledger.test.broker";
    static final String IMAGE = "apache/kafka:4.3.1";

    /** A started broker and how to end it. */
    record Running(String bootstrapServers, Runnable end) {}

    abstract Running start();

    static BrokerKind chosen() {
        return valueOf(System.getProperty(SWITCH, "jvm").toUpperCase(Locale.ROOT));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("gpu-ledger-broker");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
