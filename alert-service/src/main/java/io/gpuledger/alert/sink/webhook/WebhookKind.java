package io.gpuledger.alert.sink.webhook;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;

/** {@code webhook_configs}. */
public final class WebhookKind implements SinkKind {

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public SinkSettings read(Fields fields) {
        Secret url = HttpSettings.secretUrl(fields, "url");
        if (url == null) {
            throw fields.refused("url", "one of url or url_file must be configured; the URL is missing");
        }
        return new WebhookSettings(url, fields.count("max_alerts", 0), HttpSettings.read(fields, true));
    }
}
