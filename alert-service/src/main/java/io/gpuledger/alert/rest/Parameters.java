package io.gpuledger.alert.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.wire.Json;
import io.gpuledger.common.wire.Malformed;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads what was asked for. A door takes texts and reads them here: what JAX-RS cannot read it answers without a word. */
public final class Parameters {

    /** Rows in one answer. */
    public static final int LIMIT_MAX = 1_000;

    private static final ObjectReader BODIES =
            Json.mapper().reader().with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private Parameters() {}

    /** How many rows an answer holds at most, as {@code limit} says. */
    public static int limit(String text) {
        int limit;
        try {
            limit = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrongLimit();
        }
        if (limit < 1 || limit > LIMIT_MAX) {
            throw wrongLimit();
        }
        return limit;
    }

    private static InvalidValue wrongLimit() {
        return new InvalidValue("limit", "must be a whole number from 1 to " + LIMIT_MAX);
    }

    /** @param otherwise what holds where it is not given */
    public static Instant instant(String name, @Nullable String text, Instant otherwise) {
        try {
            return text == null ? otherwise : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValue(name, "must be an instant such as 2026-11-21T08:00:00Z");
        }
    }

    /** A body that must be an object, of no fields but those of its type. */
    public static <T> T body(String text, Class<T> type) {
        try {
            @Nullable T body = BODIES.forType(type).readValue(text);
            if (body == null) {
                throw new InvalidValue("body", "must be an object with fields");
            }
            return body;
        } catch (JsonProcessingException e) {
            throw new InvalidValue("body", Malformed.place(e) + Malformed.reason(e));
        }
    }
}
