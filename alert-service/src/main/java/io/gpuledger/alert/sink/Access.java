package io.gpuledger.alert.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a receiver is spoken to over HTTP: {@code http_config}.
 *
 * @param scheme of the Authorization header; absent means none
 * @param user for {@code Basic} only
 */
public record Access(
        @Nullable String scheme,
        @Nullable Secret user,
        @Nullable Secret credentials,
        Map<String, Secret> headers) {

    public static final Access OPEN = new Access(null, null, null, Map.of());

    private static final List<String> NOT_SUPPORTED = List.of("oauth2", "tls_config", "proxy_url", "no_proxy");

    public static Access bearer(Secret token) {
        return new Access("Bearer", null, token, Map.of());
    }

    /** @param http the section itself */
    public static Access read(Fields http) {
        for (String name : NOT_SUPPORTED) {
            if (http.has(name)) {
                throw http.refused(name, name + " is not supported here");
            }
        }
        Secret bearer = http.secret("bearer_token");
        Fields authorization = http.section("authorization");
        Fields basic = http.section("basic_auth");
        // Redirects are never followed, whatever the file says: one could lead to an address that was not checked.
        http.flag("follow_redirects", false);
        http.flag("enable_http2", false);
        Map<String, Secret> headers = headers(http.section("http_headers"));
        http.done();
        if (List.of(bearer != null, authorization != null, basic != null).stream()
                        .filter(given -> given)
                        .count()
                > 1) {
            throw http.refused(
                    "authorization", "at most one of basic_auth, authorization & bearer_token must be configured");
        }
        if (basic != null) {
            return basic(basic, headers);
        }
        return authorization == null
                ? new Access(bearer == null ? null : "Bearer", null, bearer, headers)
                : authorization(authorization, headers);
    }

    private static Access basic(Fields basic, Map<String, Secret> headers) {
        Secret user = basic.secret("username");
        Secret password = basic.secret("password");
        basic.done();
        return new Access("Basic", user, password, headers);
    }

    private static Access authorization(Fields section, Map<String, Secret> headers) {
        String scheme = section.text("type");
        Secret credentials = section.secret("credentials");
        section.done();
        if (credentials == null) {
            throw section.refused("credentials", "needs credentials or credentials_file");
        }
        return new Access(scheme == null ? "Bearer" : scheme, null, credentials, headers);
    }

    /** Each header has a list of {@code values}, or {@code secrets}, or {@code files}; one of them. */
    private static Map<String, Secret> headers(@Nullable Fields section) {
        Map<String, Secret> headers = new LinkedHashMap<>();
        if (section == null) {
            return headers;
        }
        for (String name : section.names()) {
            Fields header = section.section(name);
            if (header == null) {
                throw section.refused(name, name + " needs values, secrets or files");
            }
            List<Secret> given = new ArrayList<>();
            header.texts("values").forEach(value -> given.add(Secret.of(value)));
            header.texts("secrets").forEach(value -> given.add(Secret.of(value)));
            header.texts("files").forEach(file -> given.add(header.file(file)));
            header.done();
            if (given.size() != 1) {
                throw section.refused(name, name + " needs exactly one value, secret or file");
            }
            headers.put(name, given.getFirst());
        }
        return headers;
    }

    /** @throws IOException if a secret cannot be read now */
    public Map<String, String> asHeaders() throws IOException {
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<String, Secret> header : headers.entrySet()) {
            all.put(header.getKey(), header.getValue().read());
        }
        if (scheme != null) {
            String secret = credentials == null ? "" : credentials.read();
            boolean basic = user != null || scheme.equals("Basic");
            String shown = basic ? encoded((user == null ? "" : user.read()) + ":" + secret) : secret;
            all.put("Authorization", scheme + " " + shown);
        }
        return all;
    }

    private static String encoded(String pair) {
        return Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
}
