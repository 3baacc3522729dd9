package io.gpuledger.cli.archive;

import io.gpuledger.cli.launch.place.Archives;
import io.gpuledger.cli.launch.place.CannotStart;
import io.gpuledger.cli.launch.place.Installation;
import io.gpuledger.cli.launch.place.Ports;
import io.gpuledger.cli.launch.process.Readiness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Two runs, from whose ends archives come: the stand-in for this program and the broker, everything for the services. */
final class Training {

    private static final Duration READY_WITHIN = Duration.ofMinutes(2);
    private static final Duration ENDED_WITHIN = Duration.ofMinutes(3);
    private static final long PAUSE_MILLIS = 50;
    private static final int HEAP_MEGABYTES = 256;

    /** Nothing else of the environment: no account may be watched and nobody told. */
    private static final Set<String> VARIABLES = Set.of("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "MALLOC_ARENA_MAX");

    private final Installation installation;
    private final Path folder;

    /** @param folder for whatever the runs write */
    Training(Installation installation, Path folder) {
        this.installation = installation;
        this.folder = folder;
    }

    void run() throws IOException, CannotStart, InterruptedException {
        Path routing = Files.writeString(
                folder.resolve("routing.yml"), "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        int port = firstFree(1);
        List<String> alone = new ArrayList<>(installation.archives().makingOptions(Installation.CLI));
        alone.addAll(command());
        alone.addAll(List.of("alertmanager", "--config.file=" + routing, "--storage.path=" + folder.resolve("alone")));
        alone.add("--web.listen-address=" + Ports.HOST + ":" + port);
        lives(alone, List.of(URI.create("http://" + Ports.HOST + ":" + port + "/-/ready")));

        Ports ports = Ports.from(firstFree(8));
        List<String> everything = new ArrayList<>(List.of("-D" + Archives.MAKING + "=true"));
        everything.addAll(command());
        everything.addAll(List.of("up", "--data", folder.resolve("up").toString()));
        everything.addAll(List.of("--port-base", Integer.toString(ports.broker())));
        lives(everything, Visits.of(ports));
    }

    private List<String> command() {
        List<String> arguments = new ArrayList<>();
        arguments.add("-D" + Installation.HOME + "=" + installation.home());
        arguments.addAll(installation.archives().properties());
        arguments.addAll(List.of("-cp", installation.classPath(), "io.gpuledger.cli.Main"));
        return arguments;
    }

    /** A program from its start, over answers from all these addresses, to its end. */
    private void lives(List<String> arguments, List<URI> visits) throws IOException, InterruptedException {
        List<String> command = installation.jvm(HEAP_MEGABYTES);
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("training.log").toFile());
        builder.environment().keySet().retainAll(VARIABLES);
        Process program = builder.start();
        try {
            program.getOutputStream().close();
            for (URI visit : visits) {
                awaitAnswer(program, visit);
            }
        } finally {
            program.destroy();
            if (!program.waitFor(ENDED_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                program.destroyForcibly();
            }
        }
    }

    private static void awaitAnswer(Process program, URI visit) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Readiness.isReady(visit)) {
            if (!program.isAlive() || System.nanoTime() > deadline) {
                throw new IOException(visit + " does not answer");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** The first of so many ports in a row that are free now. */
    private static int firstFree(int count) throws IOException {
        while (true) {
            int first = freePort(0);
            try {
                for (int port = first + 1; port < first + count; port++) {
                    freePort(port);
                }
                return first;
            } catch (IOException e) {
                // one of them is taken: another row
            }
        }
    }

    private static int freePort(int wanted) throws IOException {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
