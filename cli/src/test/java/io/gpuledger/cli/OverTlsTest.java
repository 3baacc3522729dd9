package io.gpuledger.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gpuledger.testing.Authority;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class OverTlsTest {

    private static final String SERVER = "ip:127.0.0.1";

    @TempDir
    private static Path folder = Path.of("");

    private static SSLContext shown;

    private final StringWriter said = new StringWriter();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private HttpsServer server;

    @BeforeAll
    static void certify() throws Exception {
        Authority authority = Authority.in(folder, SERVER);
        authority.certificate("ca");
        authority.certificate("stranger");
        shown = authority.server(SERVER);
        Files.writeString(folder.resolve("token"), "a-token-of-twenty-characters\n");
        Files.writeString(folder.resolve("wanted.yaml"), "budgets: []\n");
        Files.writeString(folder.resolve("jobs.csv"), "id,owner,gpus,start,end\n1,x,1,1,2\n");
    }

    @BeforeEach
    void start() throws Exception {
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(shown));
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        exchange.getRequestBody().readAllBytes();
        byte[] body = "{\"detail\": \"not today\"}".getBytes(UTF_8);
        exchange.sendResponseHeaders(403, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private int run(String line, String url) {
        CommandLine command = Main.commandLine();
        command.setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
        String words = line + " --token-file FOLDER/token --url " + url;
        return command.execute(words.replace("FOLDER", folder.toString()).split(" ", -1));
    }

    private String here() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ack list",
                "actions approve 1 --why w",
                "dead-letters list",
                "export",
                "config diff -f FOLDER/wanted.yaml",
                "apply -f FOLDER/wanted.yaml",
                "import jobs FOLDER/jobs.csv --account a --map id=id,owner=owner,gpus=gpus,start=start,end=end"
            })
    void everyCommandAsksAServiceWhoseCertificateIsBelieved(String line) {
        assertThat(run(line + " --ca-file FOLDER/ca.crt", here())).isEqualTo(Main.BAD_INPUT);

        assertThat(said.toString()).hasLineCount(1).contains("not today");
        assertThat(tokens).containsExactly("Bearer a-token-of-twenty-characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "export --ca-file FOLDER/stranger.crt"})
    void aServiceThatIsNotBelievedIsToldNothing(String line) {
        assertThat(run(line, here())).isEqualTo(Main.BAD_INPUT);

        assertThat(said.toString()).hasLineCount(1).contains("is not believed", "--ca-file", "GPU_LEDGER_CA_FILE");
        assertThat(tokens).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "wanted.yaml"})
    void aFileOfCertificatesThatCannotBeUsedIsALine(String file) {
        assertThat(run("export --ca-file FOLDER/" + file, here())).isEqualTo(Main.BAD_INPUT);

        assertThat(said.toString())
                .hasLineCount(1)
                .contains(folder.resolve(file).toString());
    }

    @Test
    void aTokenIsNotSentInClearToAnotherMachine() {
        assertThat(run("export", "http://192.0.2.1:8102")).isEqualTo(Main.BAD_INPUT);

        assertThat(said.toString()).hasLineCount(1).contains("in clear", "GPU_LEDGER_ALLOW_CLEAR_TOKENS");
    }
}
