package io.gpuledger.alert.api;

import io.gpuledger.access.Browsers;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is the same for every request: the prefix, which browsers may ask, and addresses that moved or are gone. */
@Singleton
public class Front {

    private static final String METRICS = "/metrics";
    private static final String METRICS_HERE = "/q/metrics";
    private static final String OLD_API = "/api/v1";
    private static final String API = "/api/v2";
    private static final String OURS = "/v1/";
    private static final String ASKED_AGAIN_AFTER_SECONDS = "600";
    private static final String UNPREFIXED = "unprefixed";
    private static final int FIRST = 500;
    private static final int NO_CONTENT = 204;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int GONE = 410;

    private final Settings settings;

    /**
     * How it is reached.
     *
     * @param prefix under which everything is answered; empty, or with a slash before it and none behind
     * @param origin the pages whose scripts may use API v2, as browsers write them; {@code *} for all, empty for none
     * @param consoles the pages whose scripts may use that and our own API
     */
    public record Settings(String prefix, String origin, Set<String> consoles) implements Browsers.KnownPages {

        @Override
        public boolean mayChange(String from, String path) {
            return allowed(from, path.startsWith(API)) != null;
        }

        /** What the answer says is allowed; null where the page is a stranger. */
        @Nullable String allowed(@Nullable String from, boolean alertmanagers) {
            boolean isConsole = from != null && consoles.contains(from);
            boolean isGuest = alertmanagers && from != null && (origin.equals("*") || origin.equals(from));
            return isConsole ? from : isGuest ? origin : null;
        }
    }

    Front(Settings settings) {
        this.settings = settings;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, FIRST);
    }

    private void take(RoutingContext request) {
        String path = request.normalizedPath();
        if (!settings.prefix().isEmpty() && request.get(UNPREFIXED) == null) {
            unprefix(request, path);
        } else if (path.equals(METRICS)) {
            request.reroute(METRICS_HERE);
        } else if (path.equals(OLD_API) || path.startsWith(OLD_API + "/")) {
            gone(request.response());
        } else if (!(path.startsWith(API) || path.startsWith(OURS)) || !answersBrowser(request, path.startsWith(API))) {
            request.next();
        }
    }

    private void unprefix(RoutingContext request, String path) {
        String rest = path.equals(settings.prefix())
                ? "/"
                : path.startsWith(settings.prefix() + "/")
                        ? path.substring(settings.prefix().length())
                        : null;
        if (rest == null) {
            request.response().setStatusCode(NOT_FOUND).end();
            return;
        }
        request.put(UNPREFIXED, true);
        String query = request.request().query();
        request.reroute(query == null ? rest : rest + "?" + query);
    }

    private static void gone(HttpServerResponse response) {
        response.setStatusCode(GONE)
                .putHeader("Content-Type", "application/json")
                .end("{\"status\":\"deprecated\",\"error\":\"The Alertmanager v1 API was deprecated in version 0.16.0"
                        + " and is removed as of version 0.27.0 - please use the equivalent route in the v2 API\"}");
    }

    /** Whether nothing is left to be done. */
    private boolean answersBrowser(RoutingContext request, boolean alertmanagers) {
        HttpServerResponse response = request.response();
        @Nullable String allowed = settings.allowed(request.request().getHeader("Origin"), alertmanagers);
        if (allowed != null) {
            response.putHeader("Access-Control-Allow-Origin", allowed);
            response.putHeader("Vary", "Origin");
        }
        if (!HttpMethod.OPTIONS.equals(request.request().method())) {
            return false;
        }
        if (allowed != null && request.request().getHeader("Access-Control-Request-Method") != null) {
            response.putHeader("Access-Control-Max-Age", ASKED_AGAIN_AFTER_SECONDS);
            response.putHeader("Access-Control-Allow-Methods", "GET, POST, DELETE");
            response.putHeader(
                    "Access-Control-Allow-Headers", "Accept, Authorization, Content-Type, Origin, X-Changed-By");
            response.setStatusCode(NO_CONTENT).end();
        } else {
            response.setStatusCode(NOT_ALLOWED).end();
        }
        return true;
    }
}
