package io.gpuledger.alert.sink.webhook;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;
import org.jspecify.annotations.Nullable;

/**
 * A webhook.
 *
 * @param url absent where there is a template for it
 * @param maxAlerts how many alerts a call carries; 0 for all
 * @param signing a key, or two, of Standard Webhooks; absent where calls are not signed
 */
public record WebhookSettings(
        @Nullable Secret url,
        int maxAlerts,
        Templates templates,
        @Nullable Secret signing,
        HttpSettings http) implements SinkSettings {

    /** What is written anew for each notification; absent where it is as Alertmanager has it. */
    public record Templates(@Nullable Words url, @Nullable Words body, String contentType) {}

    @Override
    public boolean sendResolved() {
        return http.sendResolved();
    }

    @Override
    public Sink sink(Outside outside) {
        return new WebhookSink(this, outside);
    }
}
