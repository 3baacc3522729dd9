package io.gpuledger.alert.routing;

import io.gpuledger.alert.sink.access.AccessReader;
import io.gpuledger.alert.sink.access.TransportReader;
import io.gpuledger.alert.sink.net.HttpAddress;
import io.gpuledger.alert.wording.Library;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What all receivers of a file share.
 *
 * @param texts what {@code global} says for sinks, by field
 * @param sections its sections for sinks; each is read anew on each use
 * @param folder what relative paths are relative to
 */
record Globals(Map<String, String> texts, Map<String, Supplier<YamlSection>> sections, Path folder, Library library) {

    /** The last four rows are of receivers we do not send to: a file that has them is not wrong for it. */
    private static final List<String> TEXTS = List.of(
            ("pagerduty_url slack_api_url slack_api_url_file slack_app_token slack_app_token_file slack_app_url "
                            + "opsgenie_api_url opsgenie_api_key opsgenie_api_key_file jira_api_url "
                            + "smtp_from smtp_hello smtp_smarthost smtp_auth_username smtp_auth_username_file "
                            + "smtp_auth_password smtp_auth_password_file smtp_auth_secret smtp_auth_secret_file "
                            + "smtp_auth_identity smtp_require_tls smtp_force_implicit_tls "
                            + "victorops_api_key victorops_api_key_file victorops_api_url wechat_api_url "
                            + "wechat_api_secret wechat_api_secret_file wechat_api_corp_id telegram_api_url "
                            + "telegram_bot_token telegram_bot_token_file webex_api_url rocketchat_api_url "
                            + "rocketchat_token rocketchat_token_file rocketchat_token_id rocketchat_token_id_file "
                            + "mattermost_webhook_url mattermost_webhook_url_file")
                    .split(" "));

    private static final List<String> SECTIONS = List.of("http_config", "smtp_tls_config");

    static Globals read(@Nullable YamlSection global, Path folder, Library library) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, Supplier<YamlSection>> sections = new LinkedHashMap<>();
        if (global != null) {
            for (String name : TEXTS) {
                String text = global.text(name);
                if (text != null && name.endsWith("_url") && !HttpAddress.isOne(text)) {
                    throw global.refusedAt(name, name + " must start with http:// or https:// and have a host");
                }
                if (text != null) {
                    texts.put(name, text);
                }
                if (text != null && global.has(name + "_file")) {
                    throw global.refusedAt(name, "at most one of " + name + " & " + name + "_file must be configured");
                }
            }
            for (String name : SECTIONS) {
                Supplier<YamlSection> section = global.sectionAgain(name);
                if (section != null) {
                    sections.put(name, section);
                }
            }
        }
        Globals globals = new Globals(texts, sections, folder, library);
        globals.refuseWhatNobodyUses();
        return globals;
    }

    /** A mistake in a section is told even where no receiver asks for it. */
    private void refuseWhatNobodyUses() {
        if (sections.containsKey("http_config")) {
            AccessReader.read(new SinkSection(sections.get("http_config").get(), this));
        }
        if (sections.containsKey("smtp_tls_config")) {
            TransportReader.tls(new SinkSection(sections.get("smtp_tls_config").get(), this));
        }
    }
}
