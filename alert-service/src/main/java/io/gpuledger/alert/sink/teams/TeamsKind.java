package io.gpuledger.alert.sink.teams;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;

/** {@code msteamsv2_configs}. */
public final class TeamsKind implements SinkKind {

    @Override
    public String name() {
        return "msteamsv2";
    }

    @Override
    public SinkSettings read(Fields fields) {
        Secret url = HttpSettings.secretUrl(fields, "webhook_url");
        if (url == null) {
            throw fields.refused("webhook_url", "one of webhook_url or webhook_url_file must be configured");
        }
        return new TeamsSettings(
                url,
                fields.words("title", "{{ template \"msteamsv2.default.title\" . }}"),
                fields.words("text", "{{ template \"msteamsv2.default.text\" . }}"),
                HttpSettings.read(fields, true));
    }
}
