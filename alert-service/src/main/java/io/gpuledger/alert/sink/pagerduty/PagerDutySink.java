package io.gpuledger.alert.sink.pagerduty;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.alert.routing.SinkSettings;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.HttpCaller;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.util.Map;

/** Triggers and resolves PagerDuty incidents: one per group, by its dedup key. */
public final class PagerDutySink implements Sink {

    private final SinkSettings.PagerDuty settings;
    private final HttpCaller http;
    private final String externalUrl;

    public PagerDutySink(SinkSettings.PagerDuty settings, HttpCaller http, String externalUrl) {
        this.settings = settings;
        this.http = http;
        this.externalUrl = externalUrl;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException {
        String routingKey;
        try {
            routingKey = settings.routingKey().read();
        } catch (IOException e) {
            return new Answer.Retry("the file with the routing key cannot be read", null);
        }
        Map<String, String> headers = Map.of("Idempotency-Key", notification.id());
        return http.post(settings.url(), headers, body(notification, routingKey), settings.timeout());
    }

    private byte[] body(Notification notification, String routingKey) {
        try {
            return Json.mapper()
                    .writeValueAsBytes(PagerDutyEvent.of(notification, routingKey, settings.texts(), externalUrl));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event can always be written", e);
        }
    }
}
