package io.gpuledger.ledger.api.console;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** What browsers are told with every page of the console, and the short ways to it. */
@Singleton
public class ConsolePages {

    private static final String CONSOLE = "/console";
    private static final String PAGES = CONSOLE + "/";
    private static final int BEFORE_THE_FILES = 500;
    private static final int FOUND = 302;

    private final String policy;

    ConsolePages(ConsoleAddresses addresses) {
        // require-trusted-types-for: markup can not be made of text, whoever wrote it
        policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self' "
                + addresses.alertOrigin()
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'";
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, BEFORE_THE_FILES);
    }

    private void take(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals("/") || path.equals(CONSOLE)) {
            request.response().setStatusCode(FOUND).putHeader("Location", PAGES).end();
            return;
        }
        if (path.startsWith(PAGES)) {
            HttpServerResponse response = request.response();
            // at the end: the handler of files says by itself that they may be kept for a day
            request.addHeadersEndHandler(any -> secure(response.headers()));
        }
        request.next();
    }

    private void secure(MultiMap headers) {
        headers.set("Content-Security-Policy", policy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cache-Control", "no-cache");
    }
}
