package io.gpuledger.alert.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.access.ClientCredentials;
import io.gpuledger.alert.sink.access.Login;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks for tokens, and keeps each until shortly before it ends, or until it is no longer taken. */
final class Tokens {

    /** So long before its end a token is not used any more: it must live until it has arrived. */
    static final Duration LEEWAY = Duration.ofSeconds(10);

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Wire wire;
    private final Map<ClientCredentials, Kept> byClient = new WeakHashMap<>();

    /**
     * What came of asking.
     *
     * @param token absent where there is none; then {@code refusal} says why
     * @param isFresh whether it was asked for just now
     */
    record Grant(@Nullable String token, @Nullable Answer refusal, boolean isFresh) {}

    private static final class Kept {
        private final ReentrantLock asking = new ReentrantLock();
        private @Nullable String token;
        private Instant until = Instant.MAX;
        /** RFC 6749 wants a login in the header; who does not understand it there is told in the body. */
        private boolean inBody;
    }

    Tokens(Wire wire) {
        this.wire = wire;
    }

    /** @throws IOException if the secret cannot be read now */
    Grant of(ClientCredentials who, Instant now, Duration within) throws InterruptedException, IOException {
        Kept kept = kept(who);
        kept.asking.lockInterruptibly();
        try {
            return kept.token != null && now.isBefore(kept.until)
                    ? new Grant(kept.token, null, false)
                    : asked(who, kept, now, within);
        } finally {
            kept.asking.unlock();
        }
    }

    /** It was not taken. */
    void forget(ClientCredentials who, Grant refused) throws InterruptedException {
        Kept kept = kept(who);
        kept.asking.lockInterruptibly();
        try {
            if (Objects.equals(refused.token, kept.token)) {
                kept.token = null;
            }
        } finally {
            kept.asking.unlock();
        }
    }

    private Kept kept(ClientCredentials who) {
        synchronized (byClient) {
            return byClient.computeIfAbsent(who, any -> new Kept());
        }
    }

    private Grant asked(ClientCredentials who, Kept kept, Instant now, Duration within)
            throws InterruptedException, IOException {
        Reply reply = wire.send(question(who, kept.inBody, within), who.transport());
        if (reply.status() / 100 == 4 && reply.answer() instanceof Answer.Rejected && !kept.inBody) {
            Reply again = wire.send(question(who, true, within), who.transport());
            kept.inBody = again.isDelivered();
            reply = kept.inBody ? again : reply;
        }
        JsonNode json = reply.json();
        String token = json.path("access_token").asText("");
        if (!reply.isDelivered() || token.isEmpty()) {
            return new Grant(null, refusal(reply), true);
        }
        long seconds = json.path("expires_in").asLong(0);
        kept.token = token;
        kept.until = seconds > 0 ? now.plusSeconds(seconds).minus(LEEWAY) : Instant.MAX;
        return new Grant(token, null, true);
    }

    private static Answer refusal(Reply reply) {
        String detail = "no token: "
                + (reply.isDelivered() ? "none in the answer" : reply.answer().detail());
        return reply.answer() instanceof Answer.Retry retry
                ? new Answer.Retry(detail, retry.after())
                : new Answer.Rejected(detail);
    }

    private static Wire.Request question(ClientCredentials who, boolean inBody, Duration within) throws IOException {
        Secret secret = who.client().secret();
        String password = secret == null ? "" : secret.read();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        if (!who.scopes().isEmpty()) {
            form.put("scope", String.join(" ", who.scopes()));
        }
        form.putAll(who.params());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", FORM);
        headers.put("Accept", "application/json");
        if (inBody || secret == null) {
            form.put("client_id", who.client().id());
        }
        if (inBody && secret != null) {
            form.put("client_secret", password);
        }
        if (!inBody && secret != null) {
            headers.put(
                    "Authorization",
                    Login.BASIC + " " + Login.pair(encoded(who.client().id()), encoded(password)));
        }
        String body = form.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return new Wire.Request("POST", URI.create(who.tokenUrl()), headers, body.getBytes(UTF_8), within);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
