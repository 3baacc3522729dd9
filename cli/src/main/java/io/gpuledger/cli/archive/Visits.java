package io.gpuledger.cli.archive;

import io.gpuledger.cli.launch.place.Ports;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** What is asked of a system that has just been started: once everything runs, what people ask first. */
final class Visits {

    private static final String READY = "/q/health/ready";

    private Visits() {}

    static List<URI> of(Ports ports) {
        return Stream.of(
                        ports.url(ports.pricing()) + READY,
                        ports.url(ports.ledger()) + READY,
                        ports.url(ports.alert()) + READY,
                        ports.url(ports.ledger()) + "/v1/costs?groupBy=owner",
                        ports.url(ports.ledger()) + "/v1/burn",
                        ports.url(ports.ledger()) + "/v1/rules",
                        ports.url(ports.alert()) + "/api/v2/alerts/groups",
                        ports.url(ports.alert()) + "/v1/groups",
                        ports.url(ports.ledger()) + "/q/metrics",
                        ports.url(ports.alert()) + "/q/metrics")
                .map(URI::create)
                .toList();
    }
}
