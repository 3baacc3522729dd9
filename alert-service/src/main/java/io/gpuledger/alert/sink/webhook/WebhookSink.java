package io.gpuledger.alert.sink.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.alert.routing.SinkSettings;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.HttpCaller;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Calls a webhook. The same notification carries the same {@code Idempotency-Key}, however often it is tried. */
public final class WebhookSink implements Sink {

    private final SinkSettings.Webhook settings;
    private final HttpCaller http;
    private final String externalUrl;

    public WebhookSink(SinkSettings.Webhook settings, HttpCaller http, String externalUrl) {
        this.settings = settings;
        this.http = http;
        this.externalUrl = externalUrl;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Idempotency-Key", notification.id());
        String address;
        try {
            address = settings.url().read();
            SinkSettings.Authorization authorization = settings.authorization();
            if (authorization != null) {
                headers.put(
                        "Authorization",
                        authorization.scheme() + " "
                                + authorization.credentials().read());
            }
        } catch (IOException e) {
            return new Answer.Retry("the file with the address or credentials cannot be read", null);
        }
        return http.post(address, headers, body(notification), settings.timeout());
    }

    private byte[] body(Notification notification) {
        try {
            return Json.mapper().writeValueAsBytes(WebhookPayload.of(notification, settings.maxAlerts(), externalUrl));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a payload can always be written", e);
        }
    }
}
