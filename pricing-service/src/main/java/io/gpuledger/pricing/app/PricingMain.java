package io.gpuledger.pricing.app;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.nio.file.Path;

/** Starts the service, unless a setting is bad: then one line and exit code 2, before anything else happens. */
@QuarkusMain
public final class PricingMain {

    private static final int BAD_SETTING = 2;

    private PricingMain() {}

    public static void main(String[] args) {
        try {
            String file = System.getenv("GPU_LEDGER_CONFIG");
            Settings.read(file == null || file.isBlank() ? null : Path.of(file), System.getenv());
        } catch (BadSetting e) {
            System.err.println("pricing-service: " + e.getMessage());
            System.exit(BAD_SETTING);
        }
        Quarkus.run(args);
    }
}
