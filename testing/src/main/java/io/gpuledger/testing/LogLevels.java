package io.gpuledger.testing;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/** Keeps what Kafka says at a start out of the tests' output, where the log goes through java.util.logging. */
final class LogLevels {

    /** Held, because java.util.logging forgets the level of a logger nobody holds. */
    private static final List<Logger> QUIET = Stream.of(
                    "kafka", "org.apache.kafka", "state.change.logger", "org.testcontainers")
            .map(Logger::getLogger)
            .toList();

    private LogLevels() {}

    static void quiet() {
        QUIET.forEach(logger -> logger.setLevel(Level.WARNING));
    }
}
