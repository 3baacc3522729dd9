package io.gpuledger.alert.sink.access;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.net.Transport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code oauth2}: a token is asked for with what the client itself knows, RFC 6749, 4.4.
 *
 * @param tokenUrl who gives tokens
 * @param params sent besides, such as an audience
 * @param transport how the question for a token travels
 */
public record ClientCredentials(
        Client client, String tokenUrl, List<String> scopes, Map<String, String> params, Transport transport) {

    /** @param secret absent where the certificate says enough */
    public record Client(String id, @Nullable Secret secret) {}
}
