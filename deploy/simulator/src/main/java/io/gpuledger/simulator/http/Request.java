package io.gpuledger.simulator.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was asked. */
record Request(
        String method,
        List<String> path,
        Map<String, String> query,
        @Nullable String authorization,
        String body) {

    private static final int BODY_BYTES_MAX = 1_000_000;

    static Request of(HttpExchange exchange) throws IOException {
        return new Request(
                exchange.getRequestMethod(),
                Stream.of(exchange.getRequestURI().getPath().split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .toList(),
                query(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders().getFirst("Authorization"),
                new String(exchange.getRequestBody().readNBytes(BODY_BYTES_MAX), StandardCharsets.UTF_8));
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The path segment at a position, empty beyond the end. */
    String segment(int position) {
        return position < path.size() ? path.get(position) : "";
    }

    /** The API key that came along, in the header or in the query; absent where there is none. */
    @Nullable String key() {
        return authorization != null && authorization.startsWith("Bearer ")
                ? authorization.substring("Bearer ".length()).strip()
                : query.get("api_key");
    }
}
