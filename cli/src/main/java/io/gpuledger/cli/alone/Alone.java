package io.gpuledger.cli.alone;

import io.gpuledger.broker.EmbeddedBroker;
import io.gpuledger.broker.Settings;
import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.FolderLock;
import io.gpuledger.cli.launch.place.Installation;
import io.gpuledger.cli.launch.place.Ports;
import io.gpuledger.cli.launch.process.Crew;
import io.gpuledger.cli.launch.process.Ending;
import io.gpuledger.cli.launch.process.RunFile;
import io.gpuledger.cli.launch.topics.TopicApplier;
import io.gpuledger.common.topic.TopicSettings;
import io.gpuledger.common.topic.Topics;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * The broker in this process and the service in another, begun at the same moment: the service waits for Kafka anyway. It
 * ends with whichever of them ends.
 */
final class Alone {

    private static final String SERVICE = "alert-service";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int REFUSED = 2;
    private static final int FAILED = 1;

    private final AloneRequest request;
    private final Map<String, String> environment;
    private @Nullable Process service;
    private @Nullable EmbeddedBroker broker;
    private boolean stopped;

    Alone(AloneRequest request, Map<String, String> environment) {
        this.request = request;
        this.environment = environment;
    }

    /** Returns when the service has ended by itself; a signal ends this process instead. */
    int run() throws CannotStart, InterruptedException {
        if (!Files.isReadable(request.routing())) {
            throw new CannotStart("--config.file " + request.routing() + " cannot be read");
        }
        request.folder().create("--storage.path");
        Ports.checkFree(Map.of("--web.listen-address", request.listen().port()), "choose another --web.listen-address");
        FolderLock lock = FolderLock.take(request.folder(), "end that one, or choose another --storage.path");
        try (lock) {
            Crew.stopLeftovers(request.folder().run());
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "stop"));
            try {
                Settings settings = new Settings(request.folder().broker(), freePort(), freePort());
                Optional<Process> started = start(settings.bootstrapServers());
                if (started.isEmpty()) {
                    return 0;
                }
                startBroker(settings);
                return started.get().waitFor() == REFUSED ? REFUSED : FAILED;
            } finally {
                stop();
            }
        }
    }

    /** Absent where a signal came before: then nothing is begun that nobody would end. */
    private synchronized Optional<Process> start(String bootstrapServers) throws CannotStart {
        if (stopped) {
            return Optional.empty();
        }
        ServiceProcess made = new ServiceProcess(request, Installation.here(), environment);
        try {
            Process started = made.builder(bootstrapServers).start();
            service = started;
            RunFile.announce(
                    request.folder().run(),
                    SERVICE,
                    started.toHandle(),
                    URI.create(request.listen().url() + "/-/ready"));
            return Optional.of(started);
        } catch (IOException e) {
            throw new CannotStart(SERVICE + " cannot be started: " + e.getMessage(), e);
        }
    }

    private void startBroker(Settings settings) throws CannotStart {
        try {
            EmbeddedBroker started = EmbeddedBroker.start(settings);
            keep(started);
            List<TopicSettings> wanted = TopicSettings.shipped().stream()
                    .filter(topic -> Topics.ALERTING.contains(topic.name()))
                    .map(topic -> new TopicSettings(topic.name(), topic.purpose(), 1, topic.config()))
                    .toList();
            try (TopicApplier applier = TopicApplier.on(settings.bootstrapServers(), PATIENCE)) {
                applier.apply(wanted, TopicApplier.CLUSTER_DEFAULT);
            }
        } catch (KafkaException | IllegalStateException | TopicApplier.Unreachable e) {
            throw new CannotStart("Kafka cannot start in " + request.folder().root() + ": " + e.getMessage(), e);
        }
    }

    private synchronized void keep(EmbeddedBroker started) {
        broker = started;
        if (stopped) {
            started.close();
        }
    }

    private static int freePort() throws CannotStart {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new CannotStart("no free port for Kafka: " + e.getMessage(), e);
        }
    }

    /** Ended by a signal is ended well, as with Alertmanager: 0, not 143. */
    private void stopOnSignal() {
        boolean byItself = isStopped();
        stop();
        if (!byItself) {
            Runtime.getRuntime().halt(0);
        }
    }

    private synchronized boolean isStopped() {
        return stopped;
    }

    private synchronized void stop() {
        if (stopped) {
            return;
        }
        stopped = true;
        if (service != null) {
            Ending.end(List.of(service.toHandle()), PATIENCE);
            RunFile.remove(request.folder().run(), SERVICE);
        }
        if (broker != null) {
            broker.close();
        }
    }
}
