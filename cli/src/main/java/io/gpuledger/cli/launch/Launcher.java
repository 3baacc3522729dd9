package io.gpuledger.cli.launch;

import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.FolderLock;
import io.gpuledger.cli.launch.place.HomeFolder;
import io.gpuledger.cli.launch.process.Crew;
import io.gpuledger.cli.launch.process.LogFile;
import io.gpuledger.cli.launch.process.Program;
import io.gpuledger.cli.launch.process.Readiness;
import io.gpuledger.cli.launch.process.Restarts;
import io.gpuledger.cli.launch.process.RunFile;
import io.gpuledger.cli.launch.topics.TopicApplier;
import io.gpuledger.cli.launch.topics.TopicReport;
import io.gpuledger.common.topic.TopicSettings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The whole start, top to bottom: check everything, start everything, say so, stay until told to stop. */
public final class Launcher {

    private static final String RUNNING =
            "see ./gpu-ledger status, stop it with ./gpu-ledger down, or choose another --data";

    static final String NAME = "launcher";

    private static final Duration READY_WITHIN = Duration.ofSeconds(90);
    private static final Duration KAFKA_ANSWERS_WITHIN = Duration.ofSeconds(20);
    private static final int LINES_OF_BLAME = 12;
    private static final int LINES_READ_FOR_BLAME = 200;

    private final LaunchRequest request;
    private final Map<String, String> environment;
    private final Consumer<String> say;
    private final Crew crew;
    private @Nullable DeliveryDisplay display;

    /** @param say where a line for the user goes */
    public Launcher(LaunchRequest request, Map<String, String> environment, Consumer<String> say) {
        this.request = request;
        this.environment = environment;
        this.say = say;
        this.crew = new Crew(request.folder().run(), Restarts.DEFAULT, say);
    }

    /**
     * Returns when something died for good; Ctrl-C and SIGTERM end the JVM instead.
     *
     * @throws CannotStart when nothing was started, or nothing is left of what was
     */
    public void run() throws CannotStart, InterruptedException {
        long begun = System.nanoTime();
        HomeFolder folder = request.folder().create("--data");
        FolderLock lock = FolderLock.take(folder, RUNNING);
        try (lock) {
            tellOfLeftovers(Crew.stopLeftovers(folder.run()));
            Plan plan = Plan.of(request, environment);
            Runtime.getRuntime().addShutdownHook(new Thread(this::stopOnSignal, "stop"));
            try {
                start(plan);
                show(Screen.of(plan, Duration.ofNanos(System.nanoTime() - begun)));
                Program dead = crew.givenUp().join();
                throw new CannotStart(dead.name() + " cannot be kept running. " + blame(dead));
            } finally {
                stop();
            }
        }
    }

    private void tellOfLeftovers(List<String> left) {
        if (!left.isEmpty()) {
            say.accept("an earlier start was cut off; its processes have been stopped: " + String.join(", ", left));
        }
    }

    private void start(Plan plan) throws CannotStart, InterruptedException {
        Programs programs = new Programs(plan);
        List<Program> services = new ArrayList<>(programs.services());
        try {
            RunFile.announce(
                    request.folder().run(),
                    NAME,
                    ProcessHandle.current(),
                    URI.create("tcp://" + request.kafka().split(",", -1)[0]));
            if (plan.showsDeliveries()) {
                display = DeliveryDisplay.start(plan.ports().webhook(), say);
            }
            if (plan.simulates()) {
                Path begin = request.folder().root().resolve("simulated-since");
                services.addFirst(programs.simulator(ScenarioClock.begin(begin, Instant.now())));
            }
        } catch (IOException e) {
            throw new CannotStart("cannot start: " + e.getMessage(), e);
        }
        if (request.startsBroker()) {
            say.accept("starting Kafka");
            crew.start(List.of(programs.broker()));
            awaitReady(crew.programs());
        }
        applyTopics();
        say.accept("starting " + Crew.names(services));
        crew.start(services);
        awaitReady(services);
    }

    private void applyTopics() throws CannotStart {
        try (TopicApplier applier = TopicApplier.on(request.kafka(), KAFKA_ANSWERS_WITHIN)) {
            TopicReport report = applier.apply(TopicSettings.shipped(), TopicApplier.CLUSTER_DEFAULT);
            report.differences().forEach(line -> say.accept("topic " + line + " (left as it is)"));
        } catch (TopicApplier.Unreachable e) {
            throw new CannotStart("Kafka at " + request.kafka() + ": " + e.getMessage(), e);
        }
    }

    private void awaitReady(List<Program> programs) throws CannotStart, InterruptedException {
        List<Program> missing =
                Readiness.await(programs, READY_WITHIN, () -> crew.givenUp().isDone());
        if (!missing.isEmpty()) {
            Program first = crew.givenUp().getNow(missing.getFirst());
            throw new CannotStart(Crew.names(missing) + " did not become ready. " + blame(first));
        }
    }

    private String blame(Program program) {
        List<String> lines = new LogFile(program.log())
                .tail(LINES_READ_FOR_BLAME).stream()
                        .filter(line -> !line.startsWith("\t"))
                        .toList();
        lines = lines.subList(Math.max(0, lines.size() - LINES_OF_BLAME), lines.size());
        return "The end of " + program.log() + ":\n  " + String.join("\n  ", lines);
    }

    private void show(String screen) throws CannotStart {
        say.accept(screen);
        Path file = request.screenFile();
        if (file != null) {
            try {
                Path written = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), screen);
                Files.move(written, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                throw new CannotStart("cannot say that it runs: " + e.getMessage(), e);
            }
        }
    }

    private void stopOnSignal() {
        say.accept("stopping");
        stop();
        say.accept("stopped; what was counted is kept in " + request.folder().root());
    }

    /** Everything in the opposite order, and the display last, so that what is said while stopping is seen. */
    private synchronized void stop() {
        crew.stop();
        if (display != null) {
            display.close();
            display = null;
        }
        RunFile.remove(request.folder().run(), NAME);
    }
}
