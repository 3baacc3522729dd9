package io.gpuledger.alert.sink.opsgenie;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** {@code opsgenie_configs}. */
public final class OpsgenieKind implements SinkKind {

    private static final String URL = "https://api.opsgenie.com/";
    private static final List<String> TEXTS = List.of("entity", "actions", "tags", "note");
    private static final Map<String, String> SHIPPED = Map.of(
            "message", "{{ template \"opsgenie.default.message\" . }}",
            "description", "{{ template \"opsgenie.default.description\" . }}",
            "source", "{{ template \"opsgenie.default.source\" . }}",
            "priority", "{{ template \"opsgenie.default.priority\" . }}");

    @Override
    public String name() {
        return "opsgenie";
    }

    @Override
    public SinkSettings read(Fields fields) {
        Secret own = fields.secret("api_key");
        Secret key = own == null ? fields.globalSecret("opsgenie_api_key") : own;
        if (key == null) {
            throw fields.refused("api_key", "no global OpsGenie API Key set, and no api_key or api_key_file");
        }
        String url =
                HttpSettings.url(fields, "api_url", Objects.requireNonNullElse(fields.global("opsgenie_api_url"), URL));
        Map<String, Words> texts = fields.wordsAmong(TEXTS);
        texts.putAll(fields.wordsOrShipped(SHIPPED));
        return new OpsgenieSettings(
                key,
                url.endsWith("/") ? url : url + "/",
                texts,
                fields.wordsByName("details"),
                fields.sections("responders").stream().map(Responder::read).toList(),
                fields.flag("update_alerts", false),
                HttpSettings.read(fields, true));
    }
}
