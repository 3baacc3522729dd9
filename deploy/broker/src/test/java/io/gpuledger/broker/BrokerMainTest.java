package io.gpuledger.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerMainTest {

    @Test
    void listensOnLoopbackUnlessToldOtherwise() {
        assertThat(BrokerMain.settings("--data", "d", "--port", "1234", "--controller-port", "1235"))
                .isEqualTo(new Settings(Path.of("d"), 1234, 1235, "127.0.0.1"));
    }

    @Test
    void namesTheOptionThatIsWrong() {
        assertThatThrownBy(() -> BrokerMain.settings("--data", "d", "--port", "many", "--controller-port", "2"))
                .hasMessage("--port must be a number, not 'many'");
        assertThatThrownBy(() -> BrokerMain.settings("--port", "1")).hasMessage("--data is required");
        assertThatThrownBy(() -> BrokerMain.settings("--wings", "2")).hasMessage("unknown option --wings");
        assertThatThrownBy(() -> BrokerMain.settings("--data")).hasMessage("--data needs a value");
    }

    @Test
    void keepsItsTopicsWhenItIsKilledAndStartedAgain(@TempDir Path folder) throws Exception {
        int port = freePort();
        int controllerPort = freePort();
        Process first = start(folder, port, controllerPort);
        try (Admin admin = admin(port)) {
            admin.createTopics(List.of(new NewTopic("kept", Optional.of(1), Optional.empty())))
                    .all()
                    .get(10, TimeUnit.SECONDS);
        }
        first.destroyForcibly().waitFor();

        Process second = start(folder, port, controllerPort);
        try (Admin admin = admin(port)) {
            assertThat(admin.listTopics().names().get(10, TimeUnit.SECONDS)).contains("kept");
        } finally {
            second.destroy();
        }
        assertThat(second.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(second.exitValue()).isEqualTo(128 + 15);
    }

    private static Process start(Path folder, int port, int controllerPort) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerMain.class.getName(),
                        "--data",
                        folder.toString(),
                        "--port",
                        Integer.toString(port),
                        "--controller-port",
                        Integer.toString(controllerPort))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader();
        String line = said.readLine();
        while (line != null && !line.startsWith("ready")) {
            line = said.readLine();
        }
        assertThat(line).isEqualTo("ready 127.0.0.1:" + port);
        return process;
    }

    private static Admin admin(int port) {
        return Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
