package io.gpuledger.cli.launch.process;

import io.gpuledger.cli.launch.place.Archives;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** All processes of the system. They are started in their order and stopped in the opposite one. */
public final class Crew {

    private static final Duration PATIENCE = Archives.here().patience(Duration.ofSeconds(15));
    private static final String LAST = "broker";

    private final List<List<Child>> stages = new ArrayList<>();
    private final CompletableFuture<Program> givenUp = new CompletableFuture<>();
    private final Path runFolder;
    private final Restarts restarts;
    private final Consumer<String> say;
    private boolean stopped;

    /** @param say where a line for the user goes */
    public Crew(Path runFolder, Restarts restarts, Consumer<String> say) {
        this.runFolder = runFolder;
        this.restarts = restarts;
        this.say = say;
    }

    /** Starts these together; they are stopped together, before those that were started earlier. */
    public synchronized void start(List<Program> together) {
        if (stopped) {
            return;
        }
        List<Child> stage = together.stream().map(this::child).toList();
        stages.addFirst(stage);
        stage.forEach(Child::start);
    }

    public synchronized void stop() {
        stopped = true;
        for (List<Child> stage : stages) {
            List<Thread> stops = stage.stream()
                    .map(child -> Thread.ofVirtual().start(() -> child.stop(PATIENCE)))
                    .toList();
            stops.forEach(Crew::join);
        }
        stages.clear();
    }

    /** Stops what an earlier crew in this folder left behind when it was killed itself. */
    public static List<String> stopLeftovers(Path runFolder) {
        List<RunFile> left = RunFile.all(runFolder);
        // Kafka last: the others have something to write to it when they end.
        Ending.end(processes(left, name -> !name.equals(LAST)), PATIENCE);
        Ending.end(processes(left, LAST::equals), PATIENCE);
        left.forEach(file -> RunFile.remove(runFolder, file.name()));
        return left.stream().map(RunFile::name).toList();
    }

    private static List<ProcessHandle> processes(List<RunFile> files, Predicate<String> which) {
        return files.stream()
                .filter(file -> which.test(file.name()))
                .flatMap(file -> file.process().stream())
                .toList();
    }

    /** Completed with the first program that died too often. */
    public CompletableFuture<Program> givenUp() {
        return givenUp;
    }

    public synchronized List<Program> programs() {
        return stages.reversed().stream()
                .flatMap(List::stream)
                .map(Child::program)
                .toList();
    }

    private Child child(Program program) {
        return new Child(program, runFolder, restarts, new Child.Parent() {
            @Override
            public void say(String line) {
                say.accept(line);
            }

            @Override
            public void givenUp(Program dead) {
                givenUp.complete(dead);
            }
        });
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The names of the programs of these, for a line. */
    public static String names(List<Program> programs) {
        return String.join(", ", programs.stream().map(Program::name).toList());
    }
}
