package io.gpuledger.alert.app;

import io.gpuledger.alert.delivery.Sinks;
import io.gpuledger.alert.routing.RoutingFile;
import io.gpuledger.alert.routing.SinkSettings;
import io.gpuledger.alert.sink.HttpCaller;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.pagerduty.PagerDutySink;
import io.gpuledger.alert.sink.webhook.WebhookSink;
import io.gpuledger.common.event.Notification;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sinks of the routing file in force. */
final class SinkDirectory implements Sinks {

    private final Map<String, Sink> sinks = new HashMap<>();

    SinkDirectory(RoutingFile routing, HttpCaller http, String externalUrl) {
        routing.sinks().forEach((key, settings) -> sinks.put(key, sink(settings, http, externalUrl)));
    }

    private static Sink sink(SinkSettings settings, HttpCaller http, String externalUrl) {
        return switch (settings) {
            case SinkSettings.Webhook webhook -> new WebhookSink(webhook, http, externalUrl);
            case SinkSettings.PagerDuty pagerDuty -> new PagerDutySink(pagerDuty, http, externalUrl);
        };
    }

    @Override
    public Optional<Sink> of(Notification to) {
        return Optional.ofNullable(sinks.get(RoutingFile.sinkKey(to.receiver(), to.integration(), to.index())));
    }
}
