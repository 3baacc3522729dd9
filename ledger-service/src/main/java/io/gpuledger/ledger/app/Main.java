package io.gpuledger.ledger.app;

import io.gpuledger.common.config.ConfigFile;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/** Starts the service, unless the configuration file is refused: then one line and exit code 2, before anything else. */
@QuarkusMain
public final class Main {

    private static final int EXIT_CODE_BAD_INPUT = 2;

    private Main() {}

    public static void main(String... args) {
        String file = System.getenv("GPU_LEDGER_CONFIG");
        if (file != null && !file.isBlank()) {
            try {
                ConfigFile.read(Path.of(file));
            } catch (ConfigFile.Refused e) {
                System.err.println("ledger-service: " + e.getMessage());
                System.exit(EXIT_CODE_BAD_INPUT);
            }
        }
        Quarkus.run(args);
    }
}
