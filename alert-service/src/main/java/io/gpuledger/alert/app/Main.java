package io.gpuledger.alert.app;

import io.gpuledger.alert.routing.InvalidRouting;
import io.gpuledger.alert.routing.RoutingSource;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Looks at the files before anything starts: a mistake in them is one line and exit code 2. */
@QuarkusMain
public final class Main {

    private static final int REFUSED = 2;

    private Main() {}

    public static void main(String... args) {
        String config = setting("gpu-ledger.config", "GPU_LEDGER_CONFIG");
        try {
            RoutingSource.load(
                    config == null || config.isBlank() ? null : Path.of(config),
                    setting("gpu-ledger.webhook-url", "GPU_LEDGER_WEBHOOK_URL"));
        } catch (InvalidRouting e) {
            System.err.println("alert-service: " + e.getMessage());
            System.exit(REFUSED);
        }
        Quarkus.run(args);
    }

    private static @Nullable String setting(String property, String variable) {
        String value = System.getProperty(property);
        return value == null ? System.getenv(variable) : value;
    }
}
