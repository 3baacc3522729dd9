package io.gpuledger.alert.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.wire.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One call over HTTP.
 *
 * @param headers besides those of {@code http_config}, and before them
 * @param body absent where there is none
 * @param http whose timeout is for the whole call, its answer included
 */
public record Call(
        String method, String address, Map<String, String> headers, byte @Nullable [] body, HttpSettings http) {

    /** What anybody may read; the rest is for the one it was written for. */
    private static final Set<String> FOR_ALL = Set.of(
            "accept",
            "content-type",
            "idempotency-key",
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "x-github-api-version");

    public static Call post(String address, HttpSettings http, Object body) {
        return json("POST", address, http, body);
    }

    public static Call get(String address, HttpSettings http) {
        return new Call("GET", address, Map.of(), null, http);
    }

    public static Call json(String method, String address, HttpSettings http, Object body) {
        return new Call(method, address, Map.of(), written(body), http);
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, address, more, body, http);
    }

    /** Without what only the one it was written for may know. */
    Call toAnybody() {
        Map<String, String> open = new LinkedHashMap<>(headers);
        open.keySet().removeIf(name -> !FOR_ALL.contains(name.toLowerCase(Locale.ROOT)));
        return new Call(method, address, open, body, http.nameless());
    }

    private static byte[] written(Object body) {
        try {
            return Json.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we made ourselves can be written", e);
        }
    }
}
