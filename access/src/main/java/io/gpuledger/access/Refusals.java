package io.gpuledger.access;

import io.gpuledger.access.asking.Said;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.util.Collection;

/** Why nobody comes in. */
@Singleton
final class Refusals {

    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    private static final int NOT_JSON = 415;
    static final String CHALLENGE_HEADER = "WWW-Authenticate";
    static final String CHALLENGE = "Bearer realm=\"gpu-ledger\"";

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    /** @param shown whether there was a token */
    void unauthorized(RoutingContext request, boolean shown) {
        count(shown ? "unknown-token" : "no-token");
        HttpServerResponse response = request.response();
        if (response.ended()) {
            return;
        }
        Said said = Said.of(
                request.normalizedPath(),
                UNAUTHORIZED,
                "unauthorized",
                "Who asks is not known",
                shown
                        ? "the token is not known here"
                        : "Authorization must be Bearer and a token of the tokens file, or Basic with the token as password");
        response.setStatusCode(UNAUTHORIZED)
                .putHeader(CHALLENGE_HEADER, CHALLENGE)
                .putHeader("Content-Type", said.mediaType())
                .putHeader("Cache-Control", "no-store")
                .end(said.body());
    }

    /** @param needed any of these roles would do */
    Said forbidden(String path, SecurityIdentity who, Collection<String> needed) {
        count("role");
        return Said.of(
                path,
                FORBIDDEN,
                "forbidden",
                "Another role is needed",
                who.getPrincipal().getName() + " needs the role " + String.join(" or ", needed));
    }

    /** A refusal by the policy, which has no words of its own; what JAX-RS refuses is said in {@link ForbiddenProblem}. */
    void failed(RoutingContext request, SecurityIdentity who, Collection<String> needed) {
        if (request.failure() instanceof ForbiddenException
                && !request.response().ended()) {
            Said said = forbidden(request.normalizedPath(), who, needed);
            end(request, said);
        } else {
            request.next();
        }
    }

    /** A page that is not known wants something changed. */
    void foreignPage(RoutingContext request) {
        count("foreign-page");
        end(
                request,
                Said.of(
                        request.normalizedPath(),
                        FORBIDDEN,
                        "foreign-page",
                        "A page of another address may change nothing here",
                        "Origin must be this service's own, or one of GPU_LEDGER_CONSOLE_ORIGINS"));
    }

    /** A page sends what it could send to a stranger too. */
    void notJson(RoutingContext request) {
        count("not-json");
        end(
                request,
                Said.of(
                        request.normalizedPath(),
                        NOT_JSON,
                        "unsupported-media-type",
                        "A page may send JSON only",
                        "Content-Type must be application/json where there is an Origin"));
    }

    private static void end(RoutingContext request, Said said) {
        request.response()
                .setStatusCode(said.status())
                .putHeader("Content-Type", said.mediaType())
                .end(said.body());
    }

    private void count(String why) {
        meters.counter("gpu_ledger_requests_refused_total", "why", why).increment();
    }
}
