package io.gpuledger.access;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;

/** What may be asked without a token, and is answered the same whoever asks. */
final class OpenDoors {

    private static final Set<String> PATHS = Set.of("/q/health", "/-/healthy", "/-/ready", "/console");

    /**
     * Health; webhooks, which are signed by who sends them and refused by their own door where they are not; the console's
     * pages, which hold nothing but ask for a token and then for everything else.
     */
    private static final Set<String> BELOW = Set.of("/q/health/", "/v1/hooks/", "/console/");

    private OpenDoors() {}

    static boolean isOpen(RoutingContext request) {
        return isOpen(request.normalizedPath()) || isPreflight(request);
    }

    static boolean isOpen(String path) {
        return PATHS.contains(path) || BELOW.stream().anyMatch(path::startsWith);
    }

    /** A browser asks so before it asks; it cannot show a token there. */
    private static boolean isPreflight(RoutingContext request) {
        return HttpMethod.OPTIONS.equals(request.request().method())
                && request.request().getHeader("Access-Control-Request-Method") != null;
    }
}
