package io.gpuledger.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class MainTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void helpNamesEveryCommandAndHowToBegin() {
        assertThat(run("help")).isZero();

        assertThat(out.toString())
                .contains(
                        "up ",
                        "down ",
                        "status ",
                        "logs ",
                        "import ",
                        "dead-letters ",
                        "ack ",
                        "topics ",
                        "simulate ",
                        "alertmanager ",
                        "version ")
                .contains("./gpu-ledger up", "RUNPOD_API_KEY", "./gpu-ledger test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "up",
                "down",
                "status",
                "logs",
                "import jobs",
                "import bills",
                "dead-letters",
                "ack",
                "topics apply",
                "simulate",
                "alertmanager"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run((command + " --help").split(" ", -1))).isZero();

        assertThat(out.toString()).contains("Usage: ./gpu-ledger " + command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bogus",
                "up --wings",
                "up --port-base many",
                "up --port-base 80",
                "up --ledgers 0",
                "up --ledgers 5",
                "topics",
                "topics apply",
                "import jobs",
                "import bills",
                "logs --lines -1",
                "import jobs no.csv --account a --map id=a,owner=b,gpus=c,start=d,end=e --price-per-gpu-hour -1",
                "alertmanager --wings",
                "alertmanager --web.listen-address=here",
                "alertmanager --web.config.file=web.yml",
                "alertmanager --config.file=nowhere.yml",
                "dead-letters replay",
                "dead-letters replay 0-1 --topic pods.v1",
                "topics apply --bootstrap-servers 127.0.0.1:1 --replication-factor 0"
            })
    void badInputIsOneLineAndExitCodeTwo(String command) {
        assertThat(run(command.split(" ", -1))).isEqualTo(2);

        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void aBrokenConfigurationStartsNothing(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("bad.yaml"), """
                accounts:
                  - {name: main, provider: nowhere, keyEnv: KEY}
                """);

        assertThat(run("up", "--data", folder.resolve("d").toString(), "--config", config.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualTo(config + ":2: accounts[0]: provider must be runpod\n");
        assertNothingRuns(folder.resolve("d"));
    }

    @Test
    void aMissingKeyStartsNothing(@TempDir Path folder) throws IOException {
        Path config = Files.writeString(folder.resolve("c.yaml"), """
                accounts:
                  - {name: main, provider: runpod, keyEnv: GPU_LEDGER_TEST_NOBODY_SETS_THIS}
                """);

        assertThat(run("up", "--data", folder.resolve("d").toString(), "--config", config.toString()))
                .isEqualTo(2);
        assertThat(err.toString())
                .isEqualTo(
                        "account runpod/main: the environment variable GPU_LEDGER_TEST_NOBODY_SETS_THIS is not set\n");
        assertNothingRuns(folder.resolve("d"));
    }

    @Test
    void aTakenPortStartsNothing(@TempDir Path folder) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int base = taken.getLocalPort();
            org.assertj.core.api.Assumptions.assumeThat(base).isLessThan(65_000);
            assertThat(run("up", "--data", folder.toString(), "--port-base", Integer.toString(base)))
                    .isEqualTo(2);

            assertThat(err.toString())
                    .hasLineCount(1)
                    .startsWith("port " + base + ", which the Kafka broker needs, is taken")
                    .contains("--port-base");
        }
        assertNothingRuns(folder);
    }

    @Test
    void statusSaysThatNothingRuns(@TempDir Path folder) {
        assertThat(run("status", "--data", folder.toString())).isEqualTo(1);
        assertThat(out.toString()).isEqualTo("nothing runs in " + folder + "; start it with ./gpu-ledger up\n");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine();
        return commandLine
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private static void assertNothingRuns(Path folder) {
        assertThat(io.gpuledger.cli.launch.process.RunFile.all(folder.resolve("run")))
                .isEqualTo(List.of());
    }
}
