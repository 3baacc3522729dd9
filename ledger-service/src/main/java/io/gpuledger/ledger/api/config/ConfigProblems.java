package io.gpuledger.ledger.api.config;

import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.event.ConfigDecided.Reason;
import io.gpuledger.common.event.ConfigDecided.Refusal;
import io.gpuledger.ledger.registry.Undecided;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Why the configuration is as it was, as RFC 9457 problems with stable types. */
class ConfigProblems {

    private static final int RETRY_AFTER_SECONDS = 1;

    /** A deletion must say which version it means. */
    static final class WithoutVersion extends RuntimeException {}

    @ServerExceptionMapper
    Response refused(Refused problem) {
        ConfigDecided decided = problem.decided();
        Refusal first = decided.refusals().getFirst();
        boolean invalid = first.reason() == Reason.INVALID;
        Map<String, Object> body = switch (first.reason()) {
            case VERSION -> body(409, "version-conflict", "Somebody else was faster", first.detail());
            case MANAGER -> body(409, "managed-elsewhere", "It is changed in another place", first.detail());
            case INVALID -> body(400, "invalid-value", "A value breaks a rule", first.detail());
        };
        if (!invalid) {
            body.put("version", first.version());
        }
        body.put("refusals", decided.refusals());
        Response.ResponseBuilder answer = answer(body);
        return (invalid ? answer : answer.header("ETag", Precondition.etag(first.version()))).build();
    }

    @ServerExceptionMapper
    Response withoutVersion(WithoutVersion problem) {
        return answer(body(
                        428,
                        "version-required",
                        "The version is missing",
                        "If-Match must be the version that is to be deleted, as GET tells it"))
                .build();
    }

    @ServerExceptionMapper
    Response undecided(Undecided problem) {
        return answer(body(503, "undecided", "It is not decided", String.valueOf(problem.getMessage())))
                .header("Retry-After", RETRY_AFTER_SECONDS)
                .build();
    }

    private static Map<String, Object> body(int status, String type, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:gpu-ledger:problem:" + type);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        return body;
    }

    private static Response.ResponseBuilder answer(Map<String, Object> body) {
        int status = body.get("status") instanceof Integer number ? number : 500;
        return Response.status(status).entity(body).type("application/problem+json");
    }
}
