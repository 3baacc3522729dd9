package io.gpuledger.alert.sink.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.alert.settings.Secret;
import java.io.IOException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * An Authorization header.
 *
 * @param user for {@code Basic} only
 */
public record Login(
        String scheme, @Nullable Secret user, @Nullable Secret credentials) {

    public static final String BASIC = "Basic";
    public static final String BEARER = "Bearer";

    /** @throws IOException if a secret cannot be read now */
    public String asHeader() throws IOException {
        String secret = text(credentials);
        return scheme + " " + (scheme.equals(BASIC) ? pair(text(user), secret) : secret);
    }

    private static String text(@Nullable Secret secret) throws IOException {
        return secret == null ? "" : secret.read();
    }

    public static String pair(String user, String password) {
        return Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    }
}
