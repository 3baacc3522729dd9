package io.gpuledger.alert.sink;

import io.gpuledger.alert.sink.Tokens.Grant;
import io.gpuledger.alert.sink.access.Access;
import io.gpuledger.alert.sink.access.ClientCredentials;
import io.gpuledger.alert.sink.net.Redirect;
import io.gpuledger.alert.sink.net.TargetGuard;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * Calls over HTTP, once, and reads the status as an answer. On the way it may fetch a token, and go where the receiver sends
 * it; each address is checked before it is called.
 */
public final class HttpCaller implements AutoCloseable {

    /** As many as Go's client follows. */
    static final int REDIRECTS_MAX = 10;

    private static final int UNAUTHORIZED = 401;
    private static final String AUTHORIZATION = "Authorization";

    private final Wire wire;
    private final Tokens tokens;
    private final InstantSource clock;

    public HttpCaller(TargetGuard guard, InstantSource clock, String userAgent) {
        this.wire = new Wire(guard, clock, userAgent);
        this.tokens = new Tokens(wire);
        this.clock = clock;
    }

    /** @throws IOException if a secret or a certificate cannot be read now */
    public Reply call(Call call) throws InterruptedException, IOException {
        URI target;
        try {
            target = URI.create(call.address().strip());
        } catch (IllegalArgumentException e) {
            return Wire.without(new Answer.Rejected("the address is not a URL"));
        }
        Instant end = clock.instant().plus(call.http().timeout());
        Reply reply = named(call, target, end);
        if (!call.http().access().transport().followsRedirects()) {
            return reply;
        }
        Call next = call;
        for (int i = 0; i < REDIRECTS_MAX; i++) {
            URI to = Redirect.of(target, call.method(), reply.status(), reply.header("location"));
            if (to == null) {
                break;
            }
            next = Redirect.isSameOrigin(target, to) ? next : next.toAnybody();
            target = to;
            reply = named(next, target, end);
        }
        return reply;
    }

    /** With a token, where one is wanted; one that is not taken any more is asked for anew, once. */
    private Reply named(Call call, URI target, Instant end) throws InterruptedException, IOException {
        Access access = call.http().access();
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(access.asHeaders());
        headers.putAll(call.headers());
        Wire.Request request = new Wire.Request(call.method(), target, headers, call.body(), left(end));
        ClientCredentials oauth = access.oauth();
        if (oauth == null || headers.containsKey(AUTHORIZATION)) {
            return wire.send(request, access.transport());
        }
        Grant grant = tokens.of(oauth, clock.instant(), left(end));
        Reply reply = sent(request, grant, access, end);
        if (reply.status() != UNAUTHORIZED || grant.isFresh()) {
            return reply;
        }
        tokens.forget(oauth, grant);
        return sent(request, tokens.of(oauth, clock.instant(), left(end)), access, end);
    }

    private Reply sent(Wire.Request request, Grant grant, Access access, Instant end)
            throws InterruptedException, IOException {
        if (grant.refusal() != null) {
            return Wire.without(grant.refusal());
        }
        Map<String, String> headers = new TreeMap<>(request.headers());
        headers.put(AUTHORIZATION, "Bearer " + grant.token());
        return wire.send(
                new Wire.Request(request.method(), request.target(), headers, request.body(), left(end)),
                access.transport());
    }

    private Duration left(Instant end) {
        Duration left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    @Override
    public void close() {
        wire.close();
    }
}
