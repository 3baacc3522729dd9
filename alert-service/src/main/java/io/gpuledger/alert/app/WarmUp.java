package io.gpuledger.alert.app;

import io.gpuledger.alert.delivery.Sinks;
import io.gpuledger.alert.flow.Rehearsal;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.alert.routing.RoutingReader;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.common.event.Notification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Before the service calls itself ready it tells itself of an alert that is none, by a webhook to its own door, which
 * refuses it: so the first page is not late by all that is loaded and made for the first time.
 */
final class WarmUp {

    private final Function<RoutingInForce, Sinks> sinks;

    /** @param sinks the sinks of a routing, which may call private addresses */
    WarmUp(Function<RoutingInForce, Sinks> sinks) {
        this.sinks = sinks;
    }

    /** @param door where this service answers over HTTP; a port of 0 is nowhere */
    void at(AlertSettings.Door door) throws IOException, InterruptedException {
        RoutingFile file = RoutingReader.read("warm-up", routing(door), Path.of(""));
        Sinks self = sinks.apply(new RoutingInForce(() -> file, Instant.EPOCH));
        for (Notification said : Rehearsal.said(file.plan(), Instant.EPOCH)) {
            Optional<Sink> sink = self.of(said);
            if (sink.isPresent() && door.port() > 0) {
                sink.get().send(said);
            }
        }
    }

    private static String routing(AlertSettings.Door door) {
        // its own certificate is made out to the name that others use
        String scheme = door.tls() ? "https" : "http";
        String access = door.tls() ? ", http_config: {tls_config: {insecure_skip_verify: true}}" : "";
        return """
                route: {receiver: self, group_wait: 0s}
                receivers: [{name: self, webhook_configs: [{url: '%s://127.0.0.1:%d%s/api/v2/alerts', timeout: 5s%s}]}]
                """.formatted(scheme, Math.max(1, door.port()), door.prefix(), access);
    }
}
