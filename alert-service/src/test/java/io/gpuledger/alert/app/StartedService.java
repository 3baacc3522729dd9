package io.gpuledger.alert.app;

import io.gpuledger.alert.alert.Links;
import io.gpuledger.alert.delivery.DeliveryLimits;
import io.gpuledger.alert.flow.Place;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.alert.vigil.VigilSettings;
import io.gpuledger.testing.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The service on the test's broker, ready, with deliveries that are tried again soon. */
final class StartedService {

    private static final DeliveryLimits SOON = new DeliveryLimits(
            Duration.ofMillis(200), Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofHours(1), 4, 1_000);

    private StartedService() {}

    static AlertService of(String routing, Path folder) {
        return of(() -> RoutingReader.read("routing.yaml", routing, folder), folder, VigilSettings.DEFAULT);
    }

    static AlertService of(Supplier<RoutingFile> routing, Path folder, VigilSettings vigil) {
        AlertService started = new AlertService(
                new AlertSettings(
                        TestBroker.bootstrapServers(),
                        new Place(folder, "127.0.0.1:1", Place.COPIES_USUAL),
                        new RoutingInForce(routing, Instant.now()),
                        "http://alerts.example",
                        new Links("http://ledger.example"),
                        true,
                        SOON,
                        AlertSettings.Door.NONE,
                        vigil),
                (notification, answer, took) -> {});
        started.start();
        Await.until("ready", started::isReady);
        return started;
    }
}
