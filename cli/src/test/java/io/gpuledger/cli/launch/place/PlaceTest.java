package io.gpuledger.cli.launch.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void dataGoesWhereTheDesktopStandardSays() {
        assertThat(HomeFolder.chosen(null, Map.of("XDG_DATA_HOME", "/x")).root())
                .isEqualTo(Path.of("/x/gpu-ledger"));
        assertThat(HomeFolder.chosen(null, Map.of("HOME", "/h")).root())
                .isEqualTo(Path.of("/h/.local/share/gpu-ledger"));
        assertThat(HomeFolder.chosen(Path.of("/d"), Map.of("HOME", "/h")).root())
                .isEqualTo(Path.of("/d"));
    }

    @Test
    void aFolderHasOneSystemAtATime() throws CannotStart {
        HomeFolder data = new HomeFolder(folder).create("--data");
        FolderLock lock = FolderLock.take(data, "end it");

        assertThatThrownBy(() -> FolderLock.take(data, "choose another --storage.path"))
                .isInstanceOf(CannotStart.class)
                .hasMessage("already running in " + folder + ": choose another --storage.path");
        lock.close();
        FolderLock.take(data, "end it").close();
    }

    @Test
    void whoeverIsInTheWayIsNamedWithTheFlagOfTheCommandThatWasGiven() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, Integer> wanted = Map.of("--web.listen-address", taken.getLocalPort());

            assertThatThrownBy(() -> Ports.checkFree(wanted, "choose another --web.listen-address"))
                    .hasMessageEndingWith("end that one, or choose another --web.listen-address")
                    .hasMessageNotContaining("--port-base");
        }
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new HomeFolder(file).create("--storage.path"))
                .hasMessageEndingWith("try --storage.path DIR");
    }

    @Test
    void withoutAKeyTheSimulatedProviderIsWatchedOnItsPort() throws CannotStart {
        Ports ports = Ports.from(18_100);
        Configuration chosen = Configuration.choose(null, Map.of(), new HomeFolder(folder), ports);

        assertThat(chosen.origin()).isEqualTo(Configuration.Origin.SIMULATED);
        assertThat(chosen.isSimulated(ports)).isTrue();
        assertThat(chosen.isSimulated(Ports.DEFAULT)).isFalse();
    }

    @Test
    void furtherLedgersListenBehindAllElseAndTheirConsolesAreKnown() throws CannotStart {
        Ports ports = Ports.from(18_100);

        assertThat(ports.ledgers(1)).containsExactly(18_103);
        assertThat(ports.ledgers(3)).containsExactly(18_103, 18_107, 18_108);
        assertThat(ports.consoleOrigins(2)).contains("http://127.0.0.1:18103", "http://localhost:18107");
    }

    @Test
    void withAKeyTheUsersAccountIsWatchedAndTheKeyIsWrittenNowhere() throws CannotStart, IOException {
        Configuration chosen = Configuration.choose(
                null, Map.of("RUNPOD_API_KEY", "rpa_secret"), new HomeFolder(folder), Ports.DEFAULT);

        assertThat(chosen.origin()).isEqualTo(Configuration.Origin.KEY);
        assertThat(chosen.keyVariables()).containsExactly("RUNPOD_API_KEY");
        assertThat(Files.readString(chosen.file())).doesNotContain("rpa_secret");
    }

    @Test
    void whatIsNotBuiltIsNamed() {
        assertThatThrownBy(() -> new Installation(folder, Path.of("java"), "", Archives.NONE).service("alert-service"))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("alert-service is not built in " + folder);
    }
}
