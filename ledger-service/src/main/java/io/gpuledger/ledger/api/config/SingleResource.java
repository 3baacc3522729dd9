package io.gpuledger.ledger.api.config;

import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.ConfigKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** A resource of a kind of which there is one. */
abstract class SingleResource {

    private final ConfigKind kind;
    private final Door door;

    SingleResource(ConfigKind kind, Door door) {
        this.kind = kind;
        this.door = door;
    }

    @RolesAllowed(Roles.VIEWER)
    @GET
    @Operation(summary = "What it is now", description = "ETag is its version; 404 where it was never made.")
    public Response show() {
        return door.show(kind, kind.word());
    }

    @RolesAllowed(Roles.ADMIN)
    @PUT
    @Operation(
            summary = "Make or change it as a whole",
            description = "With If-Match it changes that version; without, it makes what is not there yet.")
    public Response put(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RestQuery @Nullable String expectedVersion,
            @Context HttpHeaders headers,
            String json) {
        return door.put(kind, kind.word(), Precondition.of(ifMatch, expectedVersion), headers, json);
    }

    @RolesAllowed(Roles.ADMIN)
    @DELETE
    @Operation(summary = "Delete it", description = "If-Match is required.")
    public Response delete(
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RestQuery @Nullable String expectedVersion,
            @Context HttpHeaders headers) {
        return door.delete(kind, kind.word(), Precondition.of(ifMatch, expectedVersion), headers);
    }
}
