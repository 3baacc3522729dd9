package io.gpuledger.alert.sink.webhook;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;

/**
 * A webhook.
 *
 * @param maxAlerts how many alerts a call carries; 0 for all
 */
public record WebhookSettings(Secret url, int maxAlerts, HttpSettings http) implements SinkSettings {

    @Override
    public boolean sendResolved() {
        return http.sendResolved();
    }

    @Override
    public Sink sink(Outside outside) {
        return new WebhookSink(this, outside);
    }
}
