package io.gpuledger.alert.sink;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call over HTTP.
 *
 * @param body absent where there is none
 * @param timeout for the whole call, its answer included
 */
public record Call(
        String method, String address, Map<String, String> headers, byte @Nullable [] body, Duration timeout) {

    /** @throws IOException if a secret cannot be read now */
    public static Call post(String address, HttpSettings http, Object body) throws IOException {
        return json("POST", address, http, body);
    }

    /** @throws IOException if a secret cannot be read now */
    public static Call get(String address, HttpSettings http) throws IOException {
        return new Call("GET", address, http.access().asHeaders(), null, http.timeout());
    }

    /** @throws IOException if a secret cannot be read now */
    public static Call json(String method, String address, HttpSettings http, Object body) throws IOException {
        return new Call(method, address, http.access().asHeaders(), written(body), http.timeout());
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, address, more, body, timeout);
    }

    private static byte[] written(Object body) {
        try {
            return Json.mapper().writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we made ourselves can be written", e);
        }
    }
}
