package io.gpuledger.pricing.app;

import io.gpuledger.simulator.Simulator;
import io.gpuledger.simulator.scenario.ScenarioFile;
import io.gpuledger.testing.TestBroker;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A broker with its topics, a provider with the demo's fleet, and a configuration that watches it. */
public final class SimulatedAccounts implements QuarkusTestResourceLifecycleManager {

    static final String SIMULATOR_URL = "test.simulator.url";
    static final String LOG_FILE = "test.log.file";

    private @Nullable Simulator simulator;

    @Override
    public Map<String, String> start() {
        try {
            Simulator started = Simulator.start(0, ScenarioFile.demo(), Clock.systemUTC());
            simulator = started;
            Path folder = Files.createTempDirectory("pricing-service");
            Path key = Files.writeString(folder.resolve("key"), "simulated\n");
            Path config = Files.writeString(folder.resolve("gpu-ledger.yaml"), """
                    accounts:
                      - {name: main, provider: runpod, keyFile: "%s", url: "%s", pollInterval: 5s}
                    """.formatted(key, started.baseUrl()));
            TestBroker.createTopics();
            System.setProperty(SIMULATOR_URL, started.baseUrl().toString());
            System.setProperty(LOG_FILE, folder.resolve("log").toString());
            return Map.of(
                    "kafka.bootstrap.servers",
                    TestBroker.bootstrapServers(),
                    "gpu-ledger.config",
                    config.toString(),
                    "gpu-ledger.pricing.backoff-max",
                    "1S",
                    "quarkus.log.file.enabled",
                    "true",
                    "quarkus.log.file.path",
                    folder.resolve("log").toString(),
                    "quarkus.log.category.\"io.gpuledger\".level",
                    "DEBUG");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        if (simulator != null) {
            simulator.close();
        }
    }
}
