package io.gpuledger.simulator.http;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is sent back. */
record Answer(int status, String contentType, String body, Map<String, String> headers) {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    static Answer json(int status, @Nullable Object body) {
        return of(status, "application/json", write(body));
    }

    /** An error as REST v2 words it. */
    static Answer problem(int status, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        return of(status, "application/problem+json", write(body));
    }

    static Answer empty() {
        return of(204, "application/json", "");
    }

    static Answer notFound() {
        return problem(404, "Not Found", "resource not found");
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, contentType, body, more);
    }

    static Answer of(int status, String contentType, String body) {
        return new Answer(status, contentType, body, Map.of());
    }

    private static String write(@Nullable Object body) {
        try {
            return MAPPER.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an answer cannot be written", e);
        }
    }
}
