package io.gpuledger.alert.app;

import io.gpuledger.alert.routing.InvalidRouting;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingSource;
import io.gpuledger.alert.vigil.OwnRoutes;
import io.gpuledger.alert.vigil.VigilSettings;
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
        try {
            RoutingFile file = RoutingSource.load(
                    file("gpu-ledger.config", "GPU_LEDGER_CONFIG"),
                    file("gpu-ledger.alert.routing-file", "GPU_LEDGER_ALERT_ROUTING_FILE"),
                    setting("gpu-ledger.webhook-url", "GPU_LEDGER_WEBHOOK_URL"));
            String fallback = setting("gpu-ledger.alert.fallback-receiver", "GPU_LEDGER_ALERT_FALLBACK_RECEIVER");
            OwnRoutes.in(file, VigilSettings.DEFAULT.withFallback(fallback));
        } catch (InvalidRouting e) {
            System.err.println("alert-service: " + e.getMessage());
            System.exit(REFUSED);
        }
        Quarkus.run(args);
    }

    private static @Nullable Path file(String property, String variable) {
        String name = setting(property, variable);
        return name == null || name.isBlank() ? null : Path.of(name);
    }

    private static @Nullable String setting(String property, String variable) {
        String value = System.getProperty(property);
        return value == null ? System.getenv(variable) : value;
    }
}
