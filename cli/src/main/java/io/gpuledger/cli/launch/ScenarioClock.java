package io.gpuledger.cli.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/**
 * When the simulated scenario began. Stopped and started again within a while it goes on, as a real provider would;
 * later it begins anew, so that its story can be seen again.
 */
final class ScenarioClock {

    private static final Duration GOES_ON = Duration.ofMinutes(30);

    private ScenarioClock() {}

    static Instant begin(Path file, Instant now) throws IOException {
        if (Files.exists(file)) {
            try {
                Instant earlier = Instant.parse(Files.readString(file).strip());
                if (!earlier.isAfter(now) && earlier.plus(GOES_ON).isAfter(now)) {
                    return earlier;
                }
            } catch (DateTimeParseException e) {
                // begins anew
            }
        }
        Files.writeString(file, now.toString());
        return now;
    }
}
