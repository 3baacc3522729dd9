package io.gpuledger.alert.sink.webhook;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.common.event.Notification;
import java.io.IOException;

/** Calls a webhook. The same notification carries the same {@code Idempotency-Key}, however often it is tried. */
final class WebhookSink implements Sink {

    private final WebhookSettings settings;
    private final Outside outside;

    WebhookSink(WebhookSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException, IOException {
        WebhookPayload payload = WebhookPayload.of(notification, settings.maxAlerts(), outside.externalUrl());
        Call call =
                Call.post(settings.url().read(), settings.http(), payload).with("Idempotency-Key", notification.id());
        return outside.http().call(call).answer();
    }
}
