package io.gpuledger.alert.sink.webhook;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.sink.webhook.WebhookSettings.Templates;
import io.gpuledger.alert.wording.Words;
import org.jspecify.annotations.Nullable;

/** {@code webhook_configs}. */
public final class WebhookKind implements SinkKind {

    private static final String MEDIA_TYPE = "[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+(; ?charset=[A-Za-z0-9-]+)?";

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public SinkSettings read(Fields fields) {
        Secret url = HttpSettings.secretUrl(fields, "url");
        Words template = fields.words("url_template");
        if (url == null && template == null) {
            throw fields.refused("url", "one of url or url_file must be configured; the URL is missing");
        }
        if (url != null && template != null) {
            throw fields.refused("url_template", "at most one of url & url_template must be configured");
        }
        return new WebhookSettings(
                url,
                fields.count("max_alerts", 0),
                new Templates(template, fields.words("body"), contentType(fields)),
                signing(fields),
                HttpSettings.read(fields, true));
    }

    private static String contentType(Fields fields) {
        String type = fields.text("content_type");
        if (type != null && !type.matches(MEDIA_TYPE)) {
            throw fields.refused("content_type", "content_type must be a media type");
        }
        return type == null ? "application/json" : type;
    }

    private static @Nullable Secret signing(Fields fields) {
        Secret signing = fields.secret("signing_secret");
        if (signing != null && !signing.mayBe(Signature::isKeys)) {
            throw fields.refused("signing_secret", "signing_secret must be whsec_ and the base64 of 24 to 64 bytes");
        }
        return signing;
    }
}
