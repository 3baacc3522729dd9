package io.gpuledger.alert.sink.pagerduty;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.sink.pagerduty.PagerDutySettings.Extras;
import io.gpuledger.alert.wording.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
        Map<String, Words> texts = fields.wordsAmong(TEXTS);
        texts.putAll(fields.wordsOrShipped(SHIPPED));
        return new PagerDutySettings(key, url, texts, extras(fields), HttpSettings.read(fields, true));
    }

    private static Extras extras(Fields fields) {
        return new Extras(
                fields.wordsByName("details"),
                fields.sections("links").stream()
                        .map(each -> parts(each, List.of("href", "text"), "href"))
                        .toList(),
                fields.sections("images").stream()
                        .map(each -> parts(each, List.of("src", "alt", "href"), "src"))
                        .toList());
    }

    private static Map<String, Words> parts(Fields section, List<String> names, String required) {
        Map<String, Words> parts = section.wordsAmong(names);
        section.done();
        if (!parts.containsKey(required)) {
            throw section.refused(required, required + " is required");
        }
        return parts;
    }
}
