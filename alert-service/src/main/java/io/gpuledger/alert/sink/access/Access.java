package io.gpuledger.alert.sink.access;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.net.Transport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * {@code http_config}: who we are to a receiver, and how a call to it travels.
 *
 * @param login absent means none
 * @param oauth in place of a login
 */
public record Access(
        @Nullable Login login,
        @Nullable ClientCredentials oauth,
        Map<String, List<Secret>> headers,
        Transport transport) {

    public static final Access OPEN = new Access(null, null, Map.of(), Transport.PLAIN);

    /** Whether it says who we are. */
    public boolean isNamed() {
        return login != null || oauth != null;
    }

    public Access nameless() {
        return new Access(null, null, Map.of(), transport);
    }

    /**
     * All but what {@code oauth} adds.
     *
     * @throws IOException if a secret cannot be read now
     */
    public Map<String, String> asHeaders() throws IOException {
        Map<String, String> all = Secret.joined(headers);
        if (login != null) {
            all.put("Authorization", login.asHeader());
        }
        return all;
    }
}
