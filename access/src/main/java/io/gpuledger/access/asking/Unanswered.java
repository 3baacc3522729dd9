package io.gpuledger.access.asking;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Requests for which there is no method. The framework would answer them with an empty page, or with one of HTML. */
class Unanswered {

    /** What the framework says where there is no such path; our own say what is missing. */
    private static final String FRAMEWORK = "(HTTP 404 .*|Unable to find matching .*|)";

    @ServerExceptionMapper
    public Response notFound(NotFoundException problem, UriInfo uri) {
        String detail = Objects.requireNonNullElse(problem.getMessage(), "");
        return Said.of(
                        uri.getPath(),
                        Response.Status.NOT_FOUND.getStatusCode(),
                        "not-found",
                        "There is no such thing",
                        detail.matches(FRAMEWORK) ? "there is nothing at " + uri.getPath() : detail)
                .response();
    }

    @ServerExceptionMapper
    public Response notAllowed(NotAllowedException problem, UriInfo uri) {
        Said said = Said.of(
                uri.getPath(),
                Response.Status.METHOD_NOT_ALLOWED.getStatusCode(),
                "method-not-allowed",
                "This cannot be done with it",
                uri.getPath() + " takes other methods; /q/openapi has them");
        String allowed = problem.getResponse().getHeaderString(HttpHeaders.ALLOW);
        Response response = said.response();
        return allowed == null
                ? response
                : Response.fromResponse(response)
                        .header(HttpHeaders.ALLOW, allowed)
                        .build();
    }

    @ServerExceptionMapper
    public Response notSupported(NotSupportedException problem, UriInfo uri) {
        return Said.of(
                        uri.getPath(),
                        Response.Status.UNSUPPORTED_MEDIA_TYPE.getStatusCode(),
                        "unsupported-media-type",
                        "The body is of a type that is not read here",
                        "Content-Type must be application/json")
                .response();
    }

    @ServerExceptionMapper
    public Response notAcceptable(NotAcceptableException problem, UriInfo uri) {
        return Said.of(
                        uri.getPath(),
                        Response.Status.NOT_ACCEPTABLE.getStatusCode(),
                        "not-acceptable",
                        "It cannot be answered in that form",
                        "Accept must allow what /q/openapi says of " + uri.getPath())
                .response();
    }
}
