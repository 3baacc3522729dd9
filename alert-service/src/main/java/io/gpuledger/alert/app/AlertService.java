package io.gpuledger.alert.app;

import io.gpuledger.alert.ack.Clerk;
import io.gpuledger.alert.acting.KafkaActionBook;
import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.alert.answer.AckWriter;
import io.gpuledger.alert.api.Health;
import io.gpuledger.alert.delivery.Courier;
import io.gpuledger.alert.delivery.NotificationInbox;
import io.gpuledger.alert.delivery.Witness;
import io.gpuledger.alert.flow.DeskStreams;
import io.gpuledger.alert.flow.StreamsSettings;
import io.gpuledger.alert.journal.History;
import io.gpuledger.alert.journal.KafkaJournal;
import io.gpuledger.alert.journal.Pause;
import io.gpuledger.alert.sink.HttpCaller;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.heartbeat.HeartbeatSettings;
import io.gpuledger.alert.sink.net.TargetGuard;
import io.gpuledger.alert.vigil.KafkaVoice;
import io.gpuledger.alert.vigil.Rounds;
import io.gpuledger.alert.vigil.Vigil;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Via;
import io.gpuledger.common.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service, put together: the flow that decides, and the delivery of what was decided. It starts beside its caller, and
 * waits there for Kafka and its topics.
 */
public final class AlertService implements Health, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AlertService.class);
    private static final Duration ASK_AGAIN_AFTER = Duration.ofMillis(50);
    private static final Duration ROUTING_HOLDS_WITHIN = Duration.ofSeconds(10);

    private final AlertSettings settings;
    private final DeskStreams desk;
    private final HttpCaller http;
    private final Producer<String, byte[]> producer;
    private final Vigil vigil;
    private final History history;
    private final KafkaJournal journal;
    private final NotificationInbox inbox;
    private final Rounds rounds;
    private final Thread starter;
    private volatile boolean warm;

    public AlertService(AlertSettings settings, Witness witness) {
        InstantSource clock = InstantSource.system();
        Pause pause = Thread::sleep;
        KafkaClients kafka = new KafkaClients(settings.bootstrapServers());
        this.settings = settings;
        this.desk = new DeskStreams(
                settings.routing(),
                new CrossingReader(settings.links()),
                StreamsSettings.of(settings.bootstrapServers(), settings.place()));
        TargetGuard guard = new TargetGuard(settings.privateTargets());
        this.http = caller(guard);
        this.producer = kafka.producer();
        this.vigil = new Vigil(settings.vigil(), settings.routing(), new KafkaVoice(producer));
        this.history = new History(kafka.follower(), vigil::learn);
        this.journal = new KafkaJournal(producer, history, pause);
        Courier courier = new Courier(
                new SinkDirectory(settings.routing(), outside(http, guard)),
                settings.limits(),
                new Random(),
                new Courier.Surroundings(clock, pause, (said, answer, took) -> {
                    witness.attempted(said, answer, took);
                    vigilOf(said).ifPresent(watching -> watching.attempted(said, answer, took));
                }));
        this.inbox = new NotificationInbox(
                kafka::inbox, courier, new NotificationInbox.Records(journal, history), settings.limits(), LOG::error);
        this.rounds = new Rounds(vigil, settings.routing(), desk.view(), history, this::note);
        this.starter = Thread.ofVirtual().name("starter").unstarted(this::begin);
    }

    public void start() {
        if (settings.routing().file().sinks().values().stream().allMatch(HeartbeatSettings.class::isInstance)) {
            LOG.warn("nobody is told: no receiver has an integration (GPU_LEDGER_WEBHOOK_URL, or alerting.file)");
        }
        rounds.warnOfLonelyReceivers();
        starter.start();
    }

    /** What another instance has finished meanwhile is no trouble any more. */
    private Optional<Vigil> vigilOf(Notification said) {
        return history.isFinished(said.id()) ? Optional.empty() : Optional.of(vigil);
    }

    private void begin() {
        try {
            awaitTopics();
            startHistory();
            desk.start();
            inbox.start();
            warmUp();
            warm = true;
            rounds.goOn();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** While the flow takes up where it left off. */
    private void warmUp() throws InterruptedException {
        TargetGuard itself = new TargetGuard(true);
        try (HttpCaller caller = caller(itself)) {
            Outside door = outside(caller, itself);
            new WarmUp(routing -> new SinkDirectory(routing, door)).at(settings.door());
            producer.partitionsFor(Topics.ALERTS);
        } catch (IOException | RuntimeException e) {
            LOG.warn("the first alert may be late: {}", String.valueOf(e));
        }
    }

    private static HttpCaller caller(TargetGuard guard) {
        return new HttpCaller(guard, InstantSource.system(), "GPU-Ledger");
    }

    private Outside outside(HttpCaller http, TargetGuard guard) {
        String console = settings.links().console();
        return new Outside(
                http,
                guard,
                journal,
                actions(),
                settings.externalUrl(),
                console.isEmpty() ? settings.externalUrl() : console,
                InstantSource.system());
    }

    KafkaActionBook actions() {
        return new KafkaActionBook(producer);
    }

    /** Again until Kafka answers: a start that is given up here would never be tried again. */
    private void startHistory() throws InterruptedException {
        while (true) {
            try {
                history.start();
                return;
            } catch (KafkaException e) {
                LOG.warn("Kafka does not answer: {}", e.getClass().getSimpleName());
                Thread.sleep(ASK_AGAIN_AFTER);
            }
        }
    }

    private void note(String problem) {
        try {
            outbox().note(Clerk.refusedRouting(Via.FILE, null, problem, Instant.now()));
        } catch (UncheckedIOException e) {
            LOG.warn("the audit does not have it: {}", String.valueOf(e.getMessage()));
        }
    }

    private void awaitTopics() throws InterruptedException {
        try (Admin admin = new KafkaClients(settings.bootstrapServers()).admin()) {
            while (!allThere(admin)) {
                Thread.sleep(ASK_AGAIN_AFTER);
            }
        }
    }

    private static boolean allThere(Admin admin) throws InterruptedException {
        try {
            return admin.listTopics().names().get().containsAll(Topics.ALERTING);
        } catch (ExecutionException e) {
            LOG.warn("Kafka does not answer yet: {}", String.valueOf(e.getCause()));
            return false;
        }
    }

    @Override
    public boolean isReady() {
        return warm && desk.isRunning() && inbox.isWorking();
    }

    @Override
    public boolean awaitRouting(String version) {
        return Waiting.until(() -> desk.view().isDecidedBy(version), ROUTING_HOLDS_WITHIN);
    }

    @Override
    public Cluster cluster() {
        return new Cluster(settings.place().advertised(), desk.isRunning(), desk.instances());
    }

    public DeskStreams desk() {
        return desk;
    }

    public Vigil vigil() {
        return vigil;
    }

    public History history() {
        return history;
    }

    AckWriter acks(MeterRegistry meters) {
        return new AckWriter(producer, desk.view(), meters);
    }

    KafkaOutbox outbox() {
        return new KafkaOutbox(producer, desk.view());
    }

    public AlertSettings settings() {
        return settings;
    }

    /** Breaks off deliveries under way; they are taken up again at the next start. */
    @Override
    public void close() {
        starter.interrupt();
        inbox.close();
        desk.close();
        history.close();
        producer.close(Duration.ofSeconds(5));
        http.close();
    }
}
