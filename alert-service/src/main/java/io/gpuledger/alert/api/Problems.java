package io.gpuledger.alert.api;

import com.fasterxml.jackson.databind.node.TextNode;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.rest.Problem;
import io.gpuledger.common.value.InvalidValue;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says what is wrong: in problem details under {@code /v1}, in a JSON text, as Alertmanager does, under {@code /api/v2}. */
class Problems {

    @ServerExceptionMapper
    public Response invalid(InvalidValue problem, UriInfo uri) {
        String detail = problem.field() + " " + problem.rule();
        if (uri.getPath().startsWith("/api/v2")) {
            return Response.status(Problem.BAD_REQUEST)
                    .type("application/json")
                    .entity(TextNode.valueOf(detail))
                    .build();
        }
        return Problem.of(Problem.BAD_REQUEST, "invalid-value", "A value breaks a rule", detail);
    }

    @ServerExceptionMapper
    public Response unavailable(DeskView.Unavailable any) {
        return Problem.of(
                Problem.UNAVAILABLE,
                "unavailable",
                "The alerts cannot be asked for now",
                "the alerts are being restored here, or are with other instances; ask again in a moment, or one of"
                        + " those");
    }

    @ServerResponseFilter
    public void neverStored(ContainerResponseContext response) {
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }
}
