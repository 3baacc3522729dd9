package io.gpuledger.alert.sink.pagerduty;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** {@code pagerduty_configs}. */
public final class PagerDutyKind implements SinkKind {

    private static final String URL = "https://events.pagerduty.com/v2/enqueue";
    private static final int ROUTING_KEY_CHARS = 32;
    private static final List<String> TEXTS = List.of("severity", "class", "component", "group", "source");
    private static final Map<String, String> SHIPPED = Map.of(
            "description", "{{ template \"pagerduty.default.description\" . }}",
            "client", "{{ template \"pagerduty.default.client\" . }}",
            "client_url", "{{ template \"pagerduty.default.clientURL\" . }}");

    @Override
    public String name() {
        return "pagerduty";
    }

    @Override
    public SinkSettings read(Fields fields) {
        if (fields.has("service_key") || fields.has("service_key_file")) {
            throw fields.refused("service_key", "service_key is of Events API v1; use routing_key");
        }
        Secret key = fields.secret("routing_key");
        if (key == null) {
            throw fields.refused("routing_key", "missing service or routing key in PagerDuty config");
        }
        if (!key.mayBe(text -> text.length() == ROUTING_KEY_CHARS)) {
            throw fields.refused("routing_key", "routing_key must have " + ROUTING_KEY_CHARS + " characters");
        }
        String url = HttpSettings.url(fields, "url", Objects.requireNonNullElse(fields.global("pagerduty_url"), URL));
        Map<String, Words> texts = new TreeMap<>();
        for (String name : TEXTS) {
            Words words = fields.words(name);
            if (words != null) {
                texts.put(name, words);
            }
        }
        SHIPPED.forEach((name, shipped) -> texts.put(name, fields.words(name, shipped)));
        return new PagerDutySettings(key, url, texts, fields.wordsByName("details"), HttpSettings.read(fields, true));
    }
}
