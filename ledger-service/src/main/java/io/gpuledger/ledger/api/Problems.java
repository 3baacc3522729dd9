package io.gpuledger.ledger.api;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.query.ask.BooksOnHand;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What cannot be answered, as RFC 9457 problems with stable types. */
class Problems {

    private static final int RETRY_AFTER_SECONDS = 1;

    @ServerExceptionMapper
    Response invalid(InvalidValue problem) {
        return problem(400, "invalid-value", "A value breaks a rule", problem.field() + " " + problem.rule())
                .build();
    }

    @ServerExceptionMapper
    Response notReady(BooksOnHand.NotReady problem) {
        return problem(503, "incomplete", "Not all of the books are here", String.valueOf(problem.getMessage()))
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    private static Response.ResponseBuilder problem(int status, String type, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:gpu-ledger:problem:" + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        return Response.status(status).entity(body).type("application/problem+json");
    }
}
