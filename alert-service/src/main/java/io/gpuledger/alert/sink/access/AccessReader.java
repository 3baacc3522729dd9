package io.gpuledger.alert.sink.access;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.access.ClientCredentials.Client;
import io.gpuledger.alert.sink.net.HttpAddress;
import io.gpuledger.alert.sink.net.Transport;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads {@code http_config}. */
public final class AccessReader {

    private AccessReader() {}

    /** @param http the section itself */
    public static Access read(Fields http) {
        Login login = login(http);
        Fields oauth = http.section("oauth2");
        if (login != null && oauth != null) {
            throw http.refused("oauth2", "at most one of basic_auth, oauth2 & authorization must be configured");
        }
        ClientCredentials credentials = oauth == null ? null : credentials(oauth);
        // One call at a time is all we make of a connection.
        http.flag("enable_http2", false);
        boolean follows = http.flag("follow_redirects", true);
        Map<String, List<Secret>> headers = HeaderReader.read(http, "http_headers");
        Transport transport = TransportReader.read(http, follows);
        http.done();
        return new Access(login, credentials, headers, transport);
    }

    private static @Nullable Login login(Fields http) {
        Secret bearer = http.secret("bearer_token");
        Fields authorization = http.section("authorization");
        Fields basic = http.section("basic_auth");
        if (Stream.of(bearer, authorization, basic).filter(Objects::nonNull).count() > 1) {
            throw http.refused(
                    "authorization", "at most one of basic_auth, authorization & bearer_token must be configured");
        }
        if (basic != null) {
            Login login = new Login(Login.BASIC, basic.secret("username"), basic.secret("password"));
            basic.done();
            return login;
        }
        return authorization != null
                ? authorization(authorization)
                : bearer == null ? null : new Login(Login.BEARER, null, bearer);
    }

    private static Login authorization(Fields section) {
        String scheme = Objects.requireNonNullElse(section.text("type"), "").strip();
        Secret credentials = section.secret("credentials");
        section.done();
        if (scheme.equalsIgnoreCase(Login.BASIC)) {
            throw section.refused("type", "authorization type cannot be set to \"basic\", use \"basic_auth\" instead");
        }
        return new Login(scheme.isEmpty() ? Login.BEARER : scheme, null, credentials);
    }

    private static ClientCredentials credentials(Fields oauth) {
        String id = oauth.text("client_id");
        if (id == null || id.isEmpty()) {
            throw oauth.refused("client_id", "oauth2 client_id must be configured");
        }
        Secret secret = oauth.secret("client_secret");
        String tokenUrl = oauth.text("token_url");
        if (tokenUrl == null || tokenUrl.isEmpty()) {
            throw oauth.refused("token_url", "oauth2 token_url must be configured");
        }
        if (!HttpAddress.isOne(tokenUrl)) {
            throw oauth.refused("token_url", "token_url must start with http:// or https:// and have a host");
        }
        ClientCredentials credentials = new ClientCredentials(
                new Client(id, secret),
                tokenUrl,
                oauth.texts("scopes"),
                oauth.map("endpoint_params"),
                TransportReader.read(oauth, true));
        oauth.done();
        return credentials;
    }
}
