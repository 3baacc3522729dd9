package io.gpuledger.alert.sink.ntfy;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import java.util.Map;

/** {@code ntfy_configs}; Alertmanager has no such receiver. */
public final class NtfyKind implements SinkKind {

    private static final String URL = "https://ntfy.sh/";
    private static final String TOPIC = "[-_A-Za-z0-9]{1,64}";
    private static final Map<String, String> SHIPPED = Map.of(
            "title", "{{ template \"ntfy.default.title\" . }}",
            "message", "{{ template \"ntfy.default.message\" . }}",
            "priority", "{{ template \"ntfy.default.priority\" . }}",
            "tags", "{{ template \"ntfy.default.tags\" . }}",
            "click", "{{ .ExternalURL }}");

    @Override
    public String name() {
        return "ntfy";
    }

    @Override
    public SinkSettings read(Fields fields) {
        Secret topic = fields.secret("topic");
        if (topic == null) {
            throw fields.refused("topic", "one of topic or topic_file must be configured");
        }
        if (!topic.mayBe(text -> text.matches(TOPIC))) {
            throw fields.refused("topic", "topic must be 1 to 64 letters, digits, - or _");
        }
        return new NtfySettings(
                HttpSettings.url(fields, "url", URL),
                topic,
                fields.secret("token"),
                fields.wordsOrShipped(SHIPPED),
                HttpSettings.read(fields, true));
    }
}
