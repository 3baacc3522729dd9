package io.gpuledger.access;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Any page can make a browser on this machine send a request that changes something, and a browser says from which page it comes. Only
 * pages that are known are heard. What bears no {@code Origin} comes from no page.
 */
@Singleton
public final class Browsers {

    /** Pages of other addresses whose scripts may change something in a service. */
    public interface KnownPages {
        boolean mayChange(String origin, String path);
    }

    /** After what moves a request to another path, before what asks for a token. */
    static final int ORDER = 400;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final boolean asksForTokens;
    private final Set<String> allowed;
    private final Instance<KnownPages> known;
    private final Refusals refusals;

    Browsers(AccessSettings settings, @Any Instance<KnownPages> known, Refusals refusals) {
        this.asksForTokens = settings.tokensFile().isPresent();
        this.allowed = Set.copyOf(settings.consoleOrigins().orElse(List.of()));
        this.known = known;
        this.refusals = refusals;
    }

    void register(@Observes Filters filters) {
        filters.register(this::take, ORDER);
    }

    private void take(RoutingContext request) {
        HttpServerRequest asked = request.request();
        List<String> pages = asked.headers().getAll("Origin");
        if (pages.isEmpty() || READING.contains(asked.method())) {
            request.next();
        } else if (!pages.stream().allMatch(page -> mayChange(page, request))) {
            refusals.foreignPage(request);
        } else if (hasBody(asked.headers()) && !isJson(asked.getHeader("Content-Type"))) {
            refusals.notJson(request);
        } else {
            request.next();
        }
    }

    private boolean mayChange(String page, RoutingContext request) {
        HostAndPort here = request.request().authority();
        return allowed.contains(page)
                || (here != null && isOwn(page, here, asksForTokens))
                || known.stream().anyMatch(pages -> pages.mayChange(page, request.normalizedPath()));
    }

    /**
     * A page that shows no token is believed under a number only: a name may be made to lead here.
     *
     * @param here where the request goes to
     */
    static boolean isOwn(String page, HostAndPort here, boolean asksForTokens) {
        return isOwn(page, here) && (asksForTokens || !isNamed(here.host()));
    }

    /** The page came from where the request goes to; by which scheme, a proxy before the service may have changed. */
    static boolean isOwn(String page, HostAndPort here) {
        try {
            URI from = new URI(page);
            return from.getHost() != null
                    && bare(here.host()).equalsIgnoreCase(bare(from.getHost()))
                    && port(from.getPort(), from) == port(here.port(), from);
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(int said, URI from) {
        return said > 0 ? said : "https".equalsIgnoreCase(from.getScheme()) ? HTTPS : HTTP;
    }

    /** Whoever owns a name may let it lead to this machine; nobody but it owns a number. */
    static boolean isNamed(String host) {
        return !host.equalsIgnoreCase("localhost")
                && !NUMBER.matcher(bare(host)).matches();
    }

    private static boolean hasBody(MultiMap headers) {
        String length = headers.get("Content-Length");
        return length == null
                ? headers.contains("Transfer-Encoding")
                : !length.strip().equals("0");
    }

    /** Texts and forms are what a page may send to a stranger without asking first. */
    static boolean isJson(@Nullable String contentType) {
        if (contentType == null) {
            return false;
        }
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.equals("application/json") || (type.startsWith("application/") && type.endsWith("+json"));
    }
}
