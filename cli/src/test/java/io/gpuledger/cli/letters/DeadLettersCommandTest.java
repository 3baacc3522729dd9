package io.gpuledger.cli.letters;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class DeadLettersCommandTest {

    private static final String PAGE = """
            {"letters": [{"id": "0-7", "at": "2026-11-21T08:00:00Z", "topic": "pods.v1", "bytes": 3,
                          "reason": "is not well-formed"}]}
            """;
    private static final String WRITTEN = """
            {"topic": "pods.v1", "written": 1, "alreadyWritten": 2, "withoutTopic": 0}
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " by "
                + exchange.getRequestHeaders().getFirst("X-Changed-By"));
        byte[] answer = (exchange.getRequestMethod().equals("GET") ? PAGE : WRITTEN).getBytes(UTF_8);
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
        return new CommandLine(new DeadLettersCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void aloneListsWithTheSameOptions() {
        assertThat(run("--topic", "pods.v1")).isZero();

        assertThat(asked.getLast()).startsWith("GET /v1/dead-letters?topic=pods.v1&limit=20");
        assertThat(out.toString()).contains("0-7", "is not well-formed");
    }

    @Test
    void optionsAreTheSameBeforeAndAfterTheVerb() {
        assertThat(run("--topic", "pods.v1", "list", "--limit", "3")).isZero();

        assertThat(asked.getLast()).startsWith("GET /v1/dead-letters?topic=pods.v1&limit=3");
    }

    @Test
    void aReplaySaysWhoWantsIt() {
        assertThat(run("replay", "0-7")).isZero();
        assertThat(run("replay", "--topic", "pods.v1")).isZero();

        assertThat(asked)
                .hasSize(2)
                .allSatisfy(question -> assertThat(question).endsWith("by " + System.getProperty("user.name")));
        assertThat(out.toString()).contains("0-7 was written back to pods.v1", "1 written back, 2 had been before");
    }

    @Test
    void aReplayNeedsToBeToldOfWhat() {
        assertThat(run("replay")).isEqualTo(2);

        assertThat(err.toString()).contains("give an ID, or --topic or --reason");
        assertThat(asked).isEmpty();
    }
}
