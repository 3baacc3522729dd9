package io.gpuledger.cli.actions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ActionsCommandTest {

    private final StringWriter err = new StringWriter();
    private HttpServer server;
    private int status;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = "{\"detail\": \"state must be open, past or all\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private int run(String... words) {
        return new CommandLine(new ActionsCommand())
                .setErr(new PrintWriter(err, true))
                .execute(words);
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Test
    void badInputIsOneLineAndExitCodeTwo() {
        status = 400;
        assertThat(run("--state", "some", "--url", url())).isEqualTo(2);
        status = 404;
        assertThat(run("approve", "none", "--why", "so", "--url", url())).isEqualTo(2);
        assertThat(run("--url", "nowhere")).isEqualTo(2);

        assertThat(err.toString().lines()).hasSize(3);
        assertThat(err.toString()).contains("state must be open, past or all", "--url must be an address");
    }

    @Test
    void whatTheServiceCouldNotDoIsExitCodeOne() {
        status = 503;
        assertThat(run("--url", url())).isEqualTo(1);
        stop();
        assertThat(run("--url", url())).isEqualTo(1);

        assertThat(err.toString()).contains("nobody answers");
    }
}
