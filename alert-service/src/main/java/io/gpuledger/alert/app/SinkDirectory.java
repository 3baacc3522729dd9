package io.gpuledger.alert.app;

import io.gpuledger.alert.delivery.Sinks;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.RoutingInForce;
import io.gpuledger.alert.routing.SinkSettings;
import io.gpuledger.alert.sink.HttpCaller;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.pagerduty.PagerDutySink;
import io.gpuledger.alert.sink.webhook.WebhookSink;
import io.gpuledger.common.event.Notification;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sinks of the routing file in force; made anew when it is another one. */
final class SinkDirectory implements Sinks {

    private final RoutingInForce routing;
    private final HttpCaller http;
    private final String externalUrl;
    private volatile Made made;

    private record Made(RoutingFile file, Map<String, Sink> sinks) {}

    SinkDirectory(RoutingInForce routing, HttpCaller http, String externalUrl) {
        this.routing = routing;
        this.http = http;
        this.externalUrl = externalUrl;
        this.made = make(routing.file());
    }

    private Made make(RoutingFile file) {
        Map<String, Sink> sinks = new HashMap<>();
        file.sinks().forEach((key, settings) -> sinks.put(key, sink(settings, http, externalUrl)));
        return new Made(file, Map.copyOf(sinks));
    }

    private static Sink sink(SinkSettings settings, HttpCaller http, String externalUrl) {
        return switch (settings) {
            case SinkSettings.Webhook webhook -> new WebhookSink(webhook, http, externalUrl);
            case SinkSettings.PagerDuty pagerDuty -> new PagerDutySink(pagerDuty, http, externalUrl);
        };
    }

    @Override
    public Optional<Sink> of(Notification to) {
        RoutingFile now = routing.file();
        if (!made.file.equals(now)) {
            made = make(now);
        }
        return Optional.ofNullable(made.sinks.get(RoutingFile.sinkKey(to.receiver(), to.integration(), to.index())));
    }
}
