package io.gpuledger.cli.acks;

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

class AckCommandTest {

    private static final String GROUPS = """
            [{"id": "9f2c4b7a01d3e865", "receiver": "pager", "labels": {"owner": "ml"},
              "alerts": [{"labels": {"alertname": "burn"}}],
              "escalation": {"name": "up", "told": [], "next": "lead", "nextAt": "2026-11-21T08:15:00.250Z"}},
             {"id": "9fffffffffffffff", "receiver": "tickets", "labels": {}, "alerts": [{"labels": {"alertname": "idle"}}],
              "acknowledged": {"by": "ann"}}]
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final List<String> asked = new ArrayList<>();
    private HttpServer server;
    private int status = 200;

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
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String by = String.valueOf(exchange.getRequestHeaders().getFirst("X-Changed-By"));
        asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + body + " " + by);
        boolean isList = exchange.getRequestMethod().equals("GET");
        byte[] answer = (isList
                        ? GROUPS
                        : status == 200
                                ? "{\"group\": \"9f2c4b7a01d3e865\", \"by\": \"ann\"}"
                                : "{\"detail\": \"comment must be shorter\"}")
                .getBytes(UTF_8);
        exchange.sendResponseHeaders(isList ? 200 : status, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private int run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of(
                "--by",
                "ann",
                "--url",
                "http://127.0.0.1:" + server.getAddress().getPort()));
        return new CommandLine(new AckCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }

    @Test
    void aloneListsOpenGroups() {
        assertThat(run()).isZero();

        assertThat(out.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("9f2c4b7a01d3e865", "pager", "lead 08:15:00", "owner=ml"))
                .anySatisfy(line -> assertThat(line).contains("9fffffffffffffff", "ann", "idle (1)"));
    }

    @Test
    void acknowledgesByTheBeginningOfAnId() {
        assertThat(run("9f2c", "-m", "on it", "--for", "2h")).isZero();

        assertThat(asked.getLast())
                .startsWith("POST /v1/acks")
                .contains("\"group\":\"9f2c4b7a01d3e865\"", "\"by\":\"ann\"", "\"via\":\"cli\"", "expiresAt");
        assertThat(out.toString()).contains("acknowledged by ann until its alerts are resolved");
    }

    @Test
    void withdraws() {
        assertThat(run("withdraw", "9f2c")).isZero();

        assertThat(asked.getLast())
                .startsWith("DELETE /v1/acks/9f2c4b7a01d3e865?via=cli")
                .endsWith("ann");
    }

    @Test
    void saysBadInputInOneLine() {
        assertThat(run("nothing")).isEqualTo(2);
        assertThat(run("9f")).isEqualTo(2);
        assertThat(run("9f2c", "--for", "soon")).isEqualTo(2);
        status = 400;
        assertThat(run("9f2c")).isEqualTo(2);
        status = 503;
        assertThat(run("9f2c")).isEqualTo(1);

        assertThat(err.toString().lines()).hasSize(5);
        assertThat(err.toString())
                .contains("ID must be of a group", "beginning of 2 groups", "--for must look like", "comment must be");
    }

    @Test
    void saysThatNobodyAnswers() {
        server.stop(0);

        assertThat(run()).isEqualTo(1);
        assertThat(err.toString()).contains("nobody answers");
    }
}
