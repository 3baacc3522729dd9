package io.gpuledger.ledger.api.config;

import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigKind;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Resources of one kind, of which there are many. */
abstract class NamedResource<V> {

    private final ConfigKind kind;
    private final Door door;
    private final Function<List<ConfigChanged>, List<V>> shown;

    /** @param shown what is told of those there are */
    NamedResource(ConfigKind kind, Door door, Function<List<ConfigChanged>, List<V>> shown) {
        this.kind = kind;
        this.door = door;
        this.shown = shown;
    }

    @RolesAllowed(Roles.VIEWER)
    @GET
    @Operation(summary = "All of them, by name")
    public List<V> list() {
        return shown.apply(door.all(kind));
    }

    @RolesAllowed(Roles.VIEWER)
    @GET
    @Path("/{name: .+}")
    @Operation(summary = "One of them", description = "ETag is its version.")
    public Response show(@Parameter(example = "research") @RestPath String name) {
        return door.show(kind, name);
    }

    @RolesAllowed(Roles.ADMIN)
    @PUT
    @Path("/{name: .+}")
    @Operation(
            summary = "Make or change one",
            description =
                    "The body is what the configuration file has as an entry. With If-Match it changes that version;"
                            + " without, it makes what is not there yet.")
    @APIResponse(responseCode = "200", description = "Changed, or so already")
    @APIResponse(responseCode = "201", description = "Made")
    @APIResponse(responseCode = "400", description = "A value breaks a rule")
    @APIResponse(responseCode = "409", description = "Another version than expected, or managed by the file")
    @RequestBody(content = @Content(schema = @Schema(implementation = Object.class)))
    public Response put(
            @RestPath String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RestQuery @Nullable String expectedVersion,
            @Context HttpHeaders headers,
            String json) {
        return door.put(kind, name, Precondition.of(ifMatch, expectedVersion), headers, json);
    }

    @RolesAllowed(Roles.ADMIN)
    @DELETE
    @Path("/{name: .+}")
    @Operation(summary = "Delete one", description = "If-Match is required.")
    @APIResponse(responseCode = "204", description = "Deleted")
    @APIResponse(responseCode = "409", description = "Another version than expected, or managed by the file")
    @APIResponse(responseCode = "428", description = "If-Match is missing")
    public Response delete(
            @RestPath String name,
            @HeaderParam("If-Match") @Nullable String ifMatch,
            @RestQuery @Nullable String expectedVersion,
            @Context HttpHeaders headers) {
        return door.delete(kind, name, Precondition.of(ifMatch, expectedVersion), headers);
    }
}
