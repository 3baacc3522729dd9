package io.gpuledger.access.asking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Bodies that are no JSON. The framework would answer them with an empty page, or as if the fault were ours. */
class Unreadable {

    private static final String RULE = "body is not well-formed";

    /** A body that goes deeper than the reader goes; its limit is Jackson's, 1 000 levels. Faults of our own stay ours. */
    @ServerExceptionMapper
    public Response tooDeep(StreamConstraintsException problem, UriInfo uri) {
        return Said.invalid(uri, RULE);
    }

    @ServerExceptionMapper
    public Response torn(WebApplicationException problem, UriInfo uri) {
        return problem.getCause() instanceof JsonProcessingException ? Said.invalid(uri, RULE) : problem.getResponse();
    }
}
