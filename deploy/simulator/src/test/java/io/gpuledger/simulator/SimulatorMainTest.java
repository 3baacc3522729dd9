package io.gpuledger.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorMainTest {

    private final SetClock clock = new SetClock(Instant.parse("2026-06-01T12:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "--port=x, --port must be a number",
        "--port=70000, --port must be a number",
        "--colour=blue, unknown option '--colour'",
        "--fault=418, --fault must be one of",
        "--begin=yesterday, --begin must be an instant",
        "--scenario=/no/such/file, cannot be read"
    })
    void badInputIsOneLine(String option, String message) {
        String[] args = option.split("=");

        assertThatThrownBy(() -> SimulatorMain.start(args, clock))
                .isInstanceOf(SimulatorMain.BadInput.class)
                .hasMessageContaining(message)
                .hasMessageMatching("[^\\n]+");
    }

    @Test
    void anOptionWithoutAValueIsRefused() {
        assertThatThrownBy(() -> SimulatorMain.start(new String[] {"--port"}, clock))
                .hasMessageContaining("--port needs a value");
    }

    @Test
    void aTakenPortIsOneLine() throws Exception {
        try (Simulator taken = SimulatorMain.start(new String[] {"--port", "0"}, clock)) {
            String port = String.valueOf(taken.baseUrl().getPort());

            assertThatThrownBy(() -> SimulatorMain.start(new String[] {"--port", port}, clock))
                    .hasMessageContaining("cannot listen on 127.0.0.1:" + port);
        }
    }

    @Test
    void aScenarioAFaultAndABeginAreTaken(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("scenario.yaml");
        Files.writeString(file, """
                account: {key: k, balance: 7.5}
                storage: {runningPerGbMonth: 0.1, stoppedPerGbMonth: 0.2, hoursPerMonth: 720}
                """);

        try (Simulator simulator = SimulatorMain.start(
                new String[] {
                    "--port", "0", "--scenario", file.toString(), "--fault", "429", "--begin", "2026-05-01T00:00:00Z"
                },
                clock)) {
            assertThat(simulator.fleet().begin()).isEqualTo("2026-05-01T00:00:00Z");
            assertThat(simulator.fleet().balance(clock.instant())).isEqualByComparingTo("7.5");
            assertThat(simulator.faults().shown()).hasSize(1);
        }
    }
}
