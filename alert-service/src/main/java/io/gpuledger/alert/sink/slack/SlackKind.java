package io.gpuledger.alert.sink.slack;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code slack_configs}. */
public final class SlackKind implements SinkKind {

    private static final String POST_MESSAGE = "https://slack.com/api/chat.postMessage";

    @Override
    public String name() {
        return "slack";
    }

    @Override
    public SinkSettings read(Fields fields) {
        Secret webhook = HttpSettings.secretUrl(fields, "api_url");
        Secret token = fields.secret("app_token");
        if (webhook != null && token != null) {
            throw fields.refused(
                    "app_token", "at most one of api_url/api_url_file & app_token/app_token_file must be configured");
        }
        if (webhook == null && token == null) {
            webhook = fields.globalSecret("slack_api_url");
            token = webhook == null ? fields.globalSecret("slack_app_token") : null;
        }
        String appUrl = HttpSettings.url(
                fields, "app_url", Objects.requireNonNullElse(fields.global("slack_app_url"), POST_MESSAGE));
        if (webhook == null && token == null) {
            throw fields.refused("api_url", "no global Slack API URL set either inline or in a file");
        }
        boolean updates = fields.flag("update_message", false);
        if (updates && token == null && (webhook == null || !webhook.mayBe(SlackKind::isChat))) {
            throw fields.refused("update_message", "update_message can only be used with bot tokens (app_token)");
        }
        return new SlackSettings(
                url(webhook, appUrl), token, updates, SlackMessage.read(fields), HttpSettings.read(fields, false));
    }

    private static boolean isChat(String url) {
        return url.endsWith("/chat.postMessage");
    }

    private static Secret url(@Nullable Secret webhook, String appUrl) {
        return webhook == null ? Secret.of(appUrl) : webhook;
    }
}
