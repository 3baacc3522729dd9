package io.gpuledger.cli.launch.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One process, started again when it dies until it is told to stop or dies too often. */
final class Child {

    /** Ctrl-C and a closed terminal reach every process of the group; ours end in their order, when they are told. */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    private static final int KILLED = 128 + 9;

    /** What the one who started it wants to know. */
    interface Parent {
        void say(String line);

        void givenUp(Program program);
    }

    private final Program program;
    private final Path runFolder;
    private final Restarts restarts;
    private final Parent parent;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Process process;

    Child(Program program, Path runFolder, Restarts restarts, Parent parent) {
        this.program = program;
        this.runFolder = runFolder;
        this.restarts = restarts;
        this.parent = parent;
    }

    Program program() {
        return program;
    }

    void start() {
        Thread.ofVirtual().name(program.name()).start(this::live);
    }

    void stop(Duration patience) {
        Process running = lastProcess();
        if (running != null) {
            Ending.end(List.of(running.toHandle()), patience);
        }
        RunFile.remove(runFolder, program.name());
    }

    private synchronized @Nullable Process lastProcess() {
        stopping.countDown();
        return process;
    }

    private void live() {
        int deaths = 0;
        try {
            while (true) {
                long begun = System.nanoTime();
                String end = runOnce();
                if (end == null) {
                    return;
                }
                boolean wasCalm = System.nanoTime() - begun > restarts.calm().toNanos();
                deaths = wasCalm ? 1 : deaths + 1;
                if (!isTriedAgain(end, deaths)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isTriedAgain(String end, int deaths) throws InterruptedException {
        if (restarts.isHopeless(deaths)) {
            parent.say(program.name() + " " + end + " " + deaths + " times in a row");
            parent.givenUp(program);
            return false;
        }
        parent.say(program.name() + " " + end + "; starting it again");
        return !stopping.await(restarts.pause(deaths).toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How it ended; absent where it was told to. */
    private @Nullable String runOnce() throws InterruptedException {
        Process started;
        try {
            started = spawn();
        } catch (IOException e) {
            return "cannot be started (" + e.getMessage() + ")";
        }
        if (started == null) {
            return null;
        }
        int code = started.waitFor();
        if (stopping.getCount() == 0) {
            return null;
        }
        return code == KILLED ? "was killed" : "ended by itself with exit code " + code;
    }

    private synchronized @Nullable Process spawn() throws IOException {
        if (stopping.getCount() == 0) {
            return null;
        }
        new LogFile(program.log()).putAsideWhenLarge();
        List<String> command = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        command.addAll(program.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(program.log().toFile()));
        builder.environment().keySet().removeAll(program.withheld());
        builder.environment().putAll(program.environment());
        Process started = builder.start();
        process = started;
        RunFile.announce(runFolder, program.name(), started.toHandle(), program.ready());
        started.getOutputStream().close();
        return started;
    }
}
