package io.gpuledger.cli.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioClockTest {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aScenarioGoesOnAfterAShortStopAndBeginsAnewAfterALongOne() throws Exception {
        Path file = folder.resolve("simulated-since");

        assertThat(ScenarioClock.begin(file, NOW)).isEqualTo(NOW);
        assertThat(ScenarioClock.begin(file, NOW.plus(Duration.ofMinutes(20)))).isEqualTo(NOW);
        assertThat(ScenarioClock.begin(file, NOW.plus(Duration.ofHours(2)))).isEqualTo(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void aFileThatCannotBeReadBeginsAnew() throws Exception {
        Path file = Files.writeString(folder.resolve("simulated-since"), "yesterday");

        assertThat(ScenarioClock.begin(file, NOW)).isEqualTo(NOW);
    }
}
