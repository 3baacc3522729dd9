package io.gpuledger.cli.service;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.wire.Json;
import java.net.http.HttpResponse;
import java.util.Set;

/** What a service answered where it did not do what it was asked. */
public final class Answered {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private Answered() {}

    /** Why, in a line. */
    public static String problem(HttpResponse<String> answer) {
        String detail = detail(answer.body());
        if (answer.statusCode() == UNAUTHORIZED) {
            return "it wants to know who asks: a token that it knows must be in " + Access.HINT;
        }
        return detail.isEmpty() ? "HTTP " + answer.statusCode() : detail;
    }

    /** Whether another token would help, so that it is for the caller to put right. */
    public static boolean wantsToken(int status) {
        return Set.of(UNAUTHORIZED, FORBIDDEN).contains(status);
    }

    private static String detail(String body) {
        try {
            return Json.mapper().readTree(body).path("detail").asText("");
        } catch (JsonProcessingException e) {
            return "";
        }
    }
}
