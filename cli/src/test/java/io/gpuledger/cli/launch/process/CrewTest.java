package io.gpuledger.cli.launch.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrewTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Restarts QUICK =
            new Restarts(2, Duration.ofMillis(20), Duration.ofMillis(100), Duration.ofMinutes(1));

    @TempDir
    private Path folder = Path.of("");

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final List<Crew> crews = new ArrayList<>();

    @AfterEach
    void stopAll() {
        crews.forEach(Crew::stop);
    }

    @Test
    void startsWhatWasKilledAgain() throws Exception {
        Crew crew = crew();
        Program tiny = tiny("tiny");
        crew.start(List.of(tiny));
        awaitReady(crew, tiny);
        RunFile before = RunFile.all(folder).getFirst();

        before.process().orElseThrow().destroyForcibly();
        before.process().ifPresent(process -> process.onExit().join());
        awaitReady(crew, tiny);

        assertThat(RunFile.all(folder))
                .singleElement()
                .satisfies(now -> assertThat(now.pid()).isNotEqualTo(before.pid()));
        assertThat(said).containsExactly("tiny was killed; starting it again");
    }

    @Test
    void givesUpWhatDiesTooOftenAndKeepsItsLog() throws Exception {
        Crew crew = crew();
        Program dying = tiny("dying", "luck");
        crew.start(List.of(dying));

        assertThat(crew.givenUp().get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(dying);
        assertThat(said)
                .containsExactly(
                        "dying ended by itself with exit code 3; starting it again",
                        "dying ended by itself with exit code 3; starting it again",
                        "dying ended by itself with exit code 3 3 times in a row");
        assertThat(new LogFile(dying.log()).tail(1)).containsExactly("no luck");
    }

    @Test
    void leavesNothingBehindWhenItStops() throws Exception {
        Crew crew = crew();
        Program first = tiny("first");
        Program second = tiny("second");
        crew.start(List.of(first));
        crew.start(List.of(second));
        awaitReady(crew, first, second);
        List<ProcessHandle> processes = RunFile.all(folder).stream()
                .map(file -> file.process().orElseThrow())
                .toList();

        crew.stop();

        assertThat(processes).hasSize(2).noneMatch(ProcessHandle::isAlive);
        assertThat(RunFile.all(folder)).isEmpty();
        assertThat(said).isEmpty();
    }

    @Test
    void stopsWhatAKilledLauncherLeftBehind() throws Exception {
        Process orphan = new ProcessBuilder(tiny("orphan").command()).start();
        RunFile.announce(folder, "orphan", orphan.toHandle(), URI.create("tcp://127.0.0.1:1"));

        assertThat(Crew.stopLeftovers(folder)).containsExactly("orphan");
        assertThat(orphan.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Crew.stopLeftovers(folder)).isEmpty();
    }

    @Test
    void neverStopsAStrangerThatGotTheNumberOfADeadProcess() throws IOException {
        Files.writeString(folder.resolve("broker.pid"), ProcessHandle.current().pid() + " 12345 tcp://127.0.0.1:1\n");

        assertThat(RunFile.all(folder))
                .singleElement()
                .satisfies(file -> assertThat(file.process()).isEmpty());
        Crew.stopLeftovers(folder);
    }

    private Crew crew() {
        Crew crew = new Crew(folder, QUICK, said::add);
        crews.add(crew);
        return crew;
    }

    private void awaitReady(Crew crew, Program... programs) throws InterruptedException {
        assertThat(Readiness.await(
                        Arrays.asList(programs), PATIENCE, () -> crew.givenUp().isDone()))
                .isEmpty();
    }

    private Program tiny(String name, String... more) throws IOException {
        int port = freePort();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Tiny.class.getName(),
                Integer.toString(port)));
        command.addAll(List.of(more));
        return new Program(
                name,
                command,
                Map.of(),
                Set.of(),
                URI.create("http://127.0.0.1:" + port + "/"),
                folder.resolve(name + ".log"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
