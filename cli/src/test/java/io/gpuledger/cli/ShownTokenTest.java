package io.gpuledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What commands show to a service that asks who one is, and what they say when it does not let them in. */
class ShownTokenTest {

    private static final String TOKEN = "a-token-of-a-person";

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter said = new StringWriter();
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 401;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        Files.writeString(folder.resolve("token"), TOKEN + "\n");
        Files.writeString(folder.resolve("wanted.yaml"), "budgets: []\n");
        Files.writeString(folder.resolve("jobs.csv"), "id,owner,gpus,start,end\n1,x,1,1,2\n");
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        shown.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        exchange.getRequestBody().readAllBytes();
        byte[] body = "{\"detail\": \"ada needs the role admin\"}".getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int run(String line) {
        CommandLine command = Main.commandLine();
        command.setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        return command.execute((line.replace("FOLDER", folder.toString()) + " --url " + url).split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ack list",
                "ack 9f2c",
                "ack withdraw 9f2c",
                "actions",
                "actions approve 1 --why w",
                "dead-letters list",
                "dead-letters replay 0-1",
                "export",
                "config diff -f FOLDER/wanted.yaml",
                "apply -f FOLDER/wanted.yaml",
                "import jobs FOLDER/jobs.csv --account a --map id=id,owner=owner,gpus=gpus,start=start,end=end"
            })
    void everyCommandShowsTheTokenAndIsToldInALineWhatIsWanted(String line) {
        assertThat(run(line + " --token-file FOLDER/token")).isEqualTo(Main.BAD_INPUT);

        assertThat(shown).containsOnly("Bearer " + TOKEN);
        assertThat(said.toString())
                .hasLineCount(1)
                .contains("it wants to know who asks", "--token-file", "GPU_LEDGER_TOKEN_FILE")
                .doesNotContain(TOKEN);
    }

    @Test
    void withoutATokenNothingIsShown() {
        run("ack list");

        assertThat(shown).containsOnly("null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"actions", "export", "apply -f FOLDER/wanted.yaml"})
    void theRoleThatIsMissingIsSaid(String line) {
        status = 403;

        assertThat(run(line + " --token-file FOLDER/token")).isEqualTo(Main.BAD_INPUT);
        assertThat(said.toString()).contains("ada needs the role admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actions",
                "export",
                "import jobs FOLDER/jobs.csv --account a --map id=id,owner=owner,gpus=gpus,start=start,end=end"
            })
    void aTokenFileThatIsNotThereIsALine(String line) {
        assertThat(run(line + " --token-file FOLDER/none")).isEqualTo(Main.BAD_INPUT);

        assertThat(shown).isEmpty();
        assertThat(said.toString()).hasLineCount(1).contains("none cannot be read");
    }
}
