package io.gpuledger.alert.sink.email;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.HttpSettings;
import io.gpuledger.alert.sink.SinkKind;
import io.gpuledger.alert.sink.SinkSettings;
import io.gpuledger.alert.sink.access.TransportReader;
import io.gpuledger.alert.sink.email.EmailSettings.Server;
import io.gpuledger.alert.sink.tls.Tls;
import io.gpuledger.alert.wording.Words;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code email_configs}. */
public final class EmailKind implements SinkKind {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final int IMPLICIT_TLS_PORT = 465;
    private static final String HEADER_NAME = "[!-9;-~]{1,100}";

    @Override
    public String name() {
        return "email";
    }

    @Override
    public SinkSettings read(Fields fields) {
        Words to = fields.words("to");
        if (to == null || to.toString().isBlank()) {
            throw fields.refused("to", "missing to address in email config");
        }
        Server server = server(fields);
        String global = fields.global("smtp_from");
        Words from = fields.words("from", global == null ? "" : global);
        if (from.toString().isBlank()) {
            throw fields.refused("from", "no global SMTP from set");
        }
        ignoreThreading(fields.section("threading"));
        return new EmailSettings(
                fields.flag("send_resolved", false),
                server,
                to,
                from,
                headers(fields),
                fields.words("html", "{{ template \"email.default.html\" . }}"),
                fields.words("text", "{{ template \"email.default.text\" . }}"),
                HttpSettings.timeout(fields, TIMEOUT));
    }

    /** The mails of a group are always one thread. */
    private static void ignoreThreading(@Nullable Fields threading) {
        if (threading != null) {
            threading.flag("enabled", true);
            threading.text("thread_by_date");
            threading.done();
        }
    }

    private static Server server(Fields fields) {
        String smarthost = own(fields, "smarthost");
        if (smarthost == null) {
            throw fields.refused("smarthost", "no global SMTP smarthost set");
        }
        int colon = smarthost.lastIndexOf(':');
        if (colon < 1 || !smarthost.substring(colon + 1).matches("\\d{1,5}")) {
            throw fields.refused("smarthost", "smarthost must be HOST:PORT");
        }
        int port = Integer.parseInt(smarthost.substring(colon + 1));
        own(fields, "auth_identity");
        secret(fields, "auth_secret");
        return new Server(
                smarthost.substring(0, colon).replaceAll("^\\[|\\]$", ""),
                port,
                own(fields, "hello"),
                secret(fields, "auth_username"),
                secret(fields, "auth_password"),
                flag(fields, "require_tls", true),
                flag(fields, "force_implicit_tls", port == IMPLICIT_TLS_PORT),
                tls(fields));
    }

    private static @Nullable Tls tls(Fields fields) {
        Fields own = fields.section("tls_config");
        Fields tls = own == null ? fields.globalSection("smtp_tls_config") : own;
        return tls == null ? null : TransportReader.tls(tls);
    }

    private static Map<String, Words> headers(Fields fields) {
        Map<String, Words> headers = new TreeMap<>();
        fields.wordsByName("headers").forEach((name, words) -> {
            if (!name.matches(HEADER_NAME)) {
                throw fields.refused("headers", "headers has a name that cannot be one");
            }
            if (headers.put(canonical(name), words) != null) {
                throw fields.refused("headers", "duplicate header \"" + canonical(name) + "\" in email config");
            }
        });
        headers.computeIfAbsent(
                "Subject", any -> fields.words("subject", "{{ template \"email.default.subject\" . }}"));
        return headers;
    }

    private static String canonical(String name) {
        return Arrays.stream(name.split("-", -1))
                .map(part -> part.isEmpty()
                        ? part
                        : part.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                + part.substring(1).toLowerCase(java.util.Locale.ROOT))
                .collect(Collectors.joining("-"));
    }

    private static @Nullable String own(Fields fields, String name) {
        String text = fields.text(name);
        return text == null ? fields.global("smtp_" + name) : text;
    }

    private static @Nullable Secret secret(Fields fields, String name) {
        Secret own = fields.secret(name);
        return own == null ? fields.globalSecret("smtp_" + name) : own;
    }

    private static boolean flag(Fields fields, String name, boolean otherwise) {
        String global = fields.global("smtp_" + name);
        return fields.flag(name, global == null ? otherwise : global.equals("true"));
    }
}
