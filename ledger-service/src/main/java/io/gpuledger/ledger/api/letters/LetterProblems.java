package io.gpuledger.ledger.api.letters;

import io.gpuledger.ledger.letters.Replay;
import io.gpuledger.ledger.letters.Unanswered;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** What cannot be done with a letter, as RFC 9457 problems with stable types. */
class LetterProblems {

    private static final int RETRY_AFTER_SECONDS = 1;

    /** The letter is as it was. */
    static final class NotReplayed extends RuntimeException {
        private final Replay.Why why;

        NotReplayed(Replay.Why why) {
            super(why.name());
            this.why = why;
        }
    }

    @ServerExceptionMapper
    Response notReplayed(NotReplayed problem) {
        return switch (problem.why) {
            case NOT_FOUND ->
                problem(404, "not-found", "There is no such thing", "there is no such letter")
                        .build();
            case ALREADY_WRITTEN ->
                problem(409, "already-replayed", "The letter was written back before", "force=true writes it once more")
                        .build();
            case WITHOUT_TOPIC ->
                problem(
                                409,
                                "no-topic",
                                "The letter has no topic to go back to",
                                "it came on none, or on none of the ledger's: tell the event again instead")
                        .build();
        };
    }

    @ServerExceptionMapper
    Response unanswered(Unanswered problem) {
        return problem(503, "unavailable", "Kafka did not answer", String.valueOf(problem.getMessage()))
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
