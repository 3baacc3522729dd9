package io.gpuledger.access.asking;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bodies that are no JSON. The framework would answer them with an empty page, or as if the fault were ours. */
class Unreadable {

    /** A body that goes deeper than the reader goes; its limit is Jackson's, 1 000 levels. */
    @ServerExceptionMapper
    public Response unread(JsonProcessingException problem, UriInfo uri) {
        return refusal(uri);
    }

    @ServerExceptionMapper
    public Response torn(WebApplicationException problem, UriInfo uri) {
        return problem.getCause() instanceof JsonProcessingException ? refusal(uri) : problem.getResponse();
    }

    private static Response refusal(UriInfo uri) {
        return Said.of(
                        uri.getPath(),
                        Response.Status.BAD_REQUEST.getStatusCode(),
                        "invalid-value",
                        "A value breaks a rule",
                        "body is not well-formed")
                .response();
    }
}
