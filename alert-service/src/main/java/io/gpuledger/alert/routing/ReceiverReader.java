package io.gpuledger.alert.routing;

import io.gpuledger.alert.notify.Integration;
import io.gpuledger.alert.notify.Receiver;
import io.gpuledger.alert.routing.SinkSettings.Authorization;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads receivers. A kind of receiver it does not know is a field it does not know: an error. */
final class ReceiverReader {

    static final Duration TIMEOUT = Duration.ofSeconds(10);
    static final Duration TIMEOUT_MAX = Duration.ofMinutes(5);
    static final int ROUTING_KEY_CHARS = 32;

    private static final List<String> PAGERDUTY_TEXTS =
            List.of("severity", "class", "component", "group", "client", "client_url", "source", "description");

    private final Path folder;
    private final String pagerDutyUrl;
    private final Map<String, SinkSettings> sinks = new TreeMap<>();
    private final Map<String, Receiver> receivers = new TreeMap<>();

    /** @param folder what relative paths of secrets are relative to */
    ReceiverReader(Path folder, String pagerDutyUrl) {
        this.folder = folder;
        this.pagerDutyUrl = pagerDutyUrl;
    }

    Map<String, Receiver> receivers() {
        return receivers;
    }

    Map<String, SinkSettings> sinks() {
        return sinks;
    }

    void read(YamlSection section) {
        String name = section.text("name", "");
        if (name.isEmpty()) {
            throw section.refusedAt("name", "missing name in receiver");
        }
        List<Integration> integrations = new ArrayList<>();
        keep(
                name,
                "webhook",
                section.sections("webhook_configs").stream().map(this::webhook).toList(),
                integrations);
        keep(
                name,
                "pagerduty",
                section.sections("pagerduty_configs").stream()
                        .map(this::pagerDuty)
                        .toList(),
                integrations);
        section.done();
        if (receivers.put(name, new Receiver(name, List.copyOf(integrations))) != null) {
            throw section.refusedAt("name", "notification config name \"" + name + "\" is not unique");
        }
    }

    private void keep(String receiver, String kind, List<SinkSettings> settings, List<Integration> integrations) {
        for (int i = 0; i < settings.size(); i++) {
            sinks.put(RoutingFile.sinkKey(receiver, kind, i), settings.get(i));
            integrations.add(new Integration(kind, i, settings.get(i).sendResolved()));
        }
    }

    private SinkSettings webhook(YamlSection section) {
        Secret url = secret(section, "url", "url_file");
        if (url == null) {
            throw section.refusedAt("url", "one of url or url_file must be configured; the URL is missing");
        }
        boolean sendResolved = section.flag("send_resolved", true);
        int maxAlerts = section.count("max_alerts", 0);
        Duration timeout = timeout(section);
        Authorization authorization = authorization(section.section("http_config"));
        section.done();
        return new SinkSettings.Webhook(url, sendResolved, maxAlerts, timeout, authorization);
    }

    private SinkSettings pagerDuty(YamlSection section) {
        Secret key = secret(section, "routing_key", "routing_key_file");
        if (key == null) {
            throw section.refusedAt("routing_key", "missing service or routing key in PagerDuty config");
        }
        String url = section.text("url", pagerDutyUrl);
        if (!isHttp(url)) {
            throw section.refusedAt("url", "url must start with http:// or https://");
        }
        boolean sendResolved = section.flag("send_resolved", true);
        Duration timeout = timeout(section);
        Map<String, String> texts = new TreeMap<>();
        for (String name : PAGERDUTY_TEXTS) {
            String text = section.text(name);
            if (text != null && text.contains("{{")) {
                throw section.refusedAt(name, name + " must be plain text: templates are not supported yet");
            }
            if (text != null) {
                texts.put(name, text);
            }
        }
        section.done();
        return new SinkSettings.PagerDuty(key, url, sendResolved, timeout, texts);
    }

    private static Duration timeout(YamlSection section) {
        Duration timeout = section.duration("timeout", Duration.ZERO);
        if (timeout.compareTo(TIMEOUT_MAX) > 0) {
            throw section.refusedAt("timeout", "timeout must be at most 5m");
        }
        return timeout.isZero() ? TIMEOUT : timeout;
    }

    private @Nullable Authorization authorization(@Nullable YamlSection http) {
        if (http == null) {
            return null;
        }
        Secret bearer = secret(http, "bearer_token", "bearer_token_file");
        YamlSection section = http.section("authorization");
        // Redirects are never followed, whatever the file says: a redirect could lead to an address that was not
        // checked.
        http.flag("follow_redirects", false);
        http.done();
        if (section == null) {
            return bearer == null ? null : new Authorization("Bearer", bearer);
        }
        String scheme = section.text("type", "Bearer");
        Secret credentials = secret(section, "credentials", "credentials_file");
        section.done();
        if (credentials == null) {
            throw section.refusedAt("credentials", "needs credentials or credentials_file");
        }
        return new Authorization(scheme, credentials);
    }

    private @Nullable Secret secret(YamlSection section, String name, String fileName) {
        String text = section.text(name);
        String file = section.text(fileName);
        if (text != null && file != null) {
            throw section.refusedAt(name, "at most one of " + name + " & " + fileName + " must be configured");
        }
        if (text != null && name.equals("url") && !isHttp(text)) {
            throw section.refusedAt(name, "url must start with http:// or https:// and have a host");
        }
        if (text != null && name.equals("routing_key") && text.length() != ROUTING_KEY_CHARS) {
            throw section.refusedAt(name, "routing_key must have " + ROUTING_KEY_CHARS + " characters");
        }
        return text != null ? Secret.of(text) : file != null ? Secret.in(folder.resolve(file)) : null;
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && List.of("http", "https").contains(String.valueOf(uri.getScheme()));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
