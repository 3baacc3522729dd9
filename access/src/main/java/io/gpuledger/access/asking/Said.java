package io.gpuledger.access.asking;

import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** A refusal: in problem details; in a JSON text, as Alertmanager does and its clients read it, under {@code /api/v2}. */
public record Said(int status, String mediaType, String body) {

    private static final String ALERTMANAGERS = "/api/v2";

    /** @param path what was asked for, {@code /v1/costs} for instance */
    public static Said of(String path, int status, String name, String title, String detail) {
        return path.startsWith(ALERTMANAGERS)
                ? new Said(status, "application/json", Json.encode(detail))
                : new Said(
                        status,
                        "application/problem+json",
                        new JsonObject()
                                .put("type", "urn:gpu-ledger:problem:" + name)
                                .put("title", title)
                                .put("status", status)
                                .put("detail", detail)
                                .encode());
    }

    /** A value that breaks a rule. */
    static Response invalid(UriInfo uri, String detail) {
        return of(
                        uri.getPath(),
                        Response.Status.BAD_REQUEST.getStatusCode(),
                        "invalid-value",
                        "A value breaks a rule",
                        detail)
                .response();
    }

    public Response response() {
        return Response.status(status).type(mediaType).entity(body).build();
    }
}
