package io.gpuledger.alert.api;

import com.fasterxml.jackson.databind.node.TextNode;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.common.value.InvalidValue;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says what is wrong: in problem details under {@code /v1}, in a JSON text, as Alertmanager does, under {@code /api/v2}. */
class Problems {

    private static final int UNAVAILABLE = 503;

    @ServerExceptionMapper
    public Response invalid(InvalidValue problem, UriInfo uri) {
        String detail = problem.field() + " " + problem.rule();
        if (uri.getPath().startsWith("/api/v2")) {
            return Response.status(400)
                    .type("application/json")
                    .entity(TextNode.valueOf(detail))
                    .build();
        }
        return problem(400, "invalid-value", "A value breaks a rule", detail);
    }

    @ServerExceptionMapper
    public Response unavailable(DeskView.Unavailable any) {
        return problem(
                UNAVAILABLE,
                "unavailable",
                "The alerts cannot be asked for now",
                "the alerts are being restored here, or are with other instances; ask again in a moment, or one of"
                        + " those");
    }

    private static Response problem(int status, String name, String title, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:gpu-ledger:problem:" + name);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        return Response.status(status)
                .type("application/problem+json")
                .entity(body)
                .build();
    }

    @ServerResponseFilter
    public void neverStored(ContainerResponseContext response) {
        response.getHeaders().putSingle("Cache-Control", "no-store");
    }
}
