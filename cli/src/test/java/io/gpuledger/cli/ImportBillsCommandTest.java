package io.gpuledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gpuledger.common.event.BillLine;
import io.gpuledger.common.value.Money;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ImportBillsCommandTest {

    private static final String HEADER = "resource,from,until,amount,kind,gpuHours\n";
    private static final String HOUR = "pod-1,2026-11-20T10:00:00Z,2026-11-20T11:00:00Z,";

    private final StringWriter said = new StringWriter();
    private final List<BillLine> told = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder = Path.of("");

    private HttpServer server;

    @BeforeEach
    void listen() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/events", this::take);
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        ArrayNode results = Json.mapper().createArrayNode();
        for (JsonNode event : Json.mapper().readTree(exchange.getRequestBody())) {
            told.add(Json.mapper().treeToValue(event.get("data"), BillLine.class));
            results.addObject().put("id", event.get("id").asText()).put("accepted", true);
        }
        byte[] body =
                Json.mapper().writeValueAsBytes(Json.mapper().createObjectNode().set("results", results));
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void linesAndCreditsAreToldAndSummedUp() throws IOException {
        int code = run(HEADER + HOUR + "0.80,usage,1.5\n" + "," + HOUR.substring(6) + "-0.10,credit,\n");

        assertThat(code).isZero();
        assertThat(told).hasSize(2);
        assertThat(told.getFirst().line()).isEqualTo("pod-1/2026-11-20T10:00:00Z/PT1H");
        assertThat(told.getFirst().amount()).isEqualTo(Money.ofDollars("0.80"));
        assertThat(told.getFirst().gpuTime()).hasToString("1.500000 GPU-hours");
        assertThat(told.getLast().kind()).isEqualTo(BillLine.Kind.CREDIT);
        assertThat(told.getLast().resource()).isNull();
        assertThat(said.toString()).startsWith("2 lines imported, 1 of them credits, 0.70 dollars in all");
    }

    @Test
    void columnsOfOtherNamesAreMappedAndSemicolonsSeparate() throws IOException {
        int code = run("pod;start;end;usd\npod-1;0;3600;1\n", "--map=resource=pod,from=start,until=end,amount=usd");

        assertThat(code).isZero();
        assertThat(told).extracting(BillLine::resource).containsExactly("pod-1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.80,usage,x  | line 2: gpuHours 'x' is no number",
                "much,usage,   | line 2: amount must be a decimal number",
                ",usage,       | line 2: amount is empty",
                "1,gift,       | line 2: kind must be usage or credit, not 'gift'",
                "1             | line 2: it has 4 columns, the header 6"
            })
    void aRowThatCannotBeUsedIsOneLineAndNothingIsTold(String row, String reason) throws IOException {
        assertThat(run(HEADER + HOUR + row + "\n")).isEqualTo(Main.BAD_INPUT);
        assertThat(said.toString()).contains(reason).hasLineCount(1);
        assertThat(told).isEmpty();
    }

    @Test
    void twoRowsThatContradictEachOtherAreRefused() throws IOException {
        assertThat(run(HEADER + HOUR + "1,usage,\n" + HOUR + "2,usage,\n")).isEqualTo(Main.BAD_INPUT);
        assertThat(said.toString()).contains("line 3: an earlier row says something else");
    }

    @Test
    void aColumnThatIsMissingIsNamed() throws IOException {
        assertThat(run("from,until\n1,2\n")).isEqualTo(Main.BAD_INPUT);
        assertThat(said.toString())
                .startsWith("the file has no column 'amount'")
                .hasLineCount(1);
    }

    private int run(String csv, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("bill.csv"), csv);
        List<String> all = new ArrayList<>(List.of(
                "import",
                "bills",
                file.toString(),
                "--provider=runpod",
                "--account=main",
                "--url=http://127.0.0.1:" + server.getAddress().getPort()));
        all.addAll(List.of(options));
        CommandLine command = Main.commandLine();
        command.setErr(new PrintWriter(said, true)).setOut(new PrintWriter(said, true));
        return command.execute(all.toArray(String[]::new));
    }
}
