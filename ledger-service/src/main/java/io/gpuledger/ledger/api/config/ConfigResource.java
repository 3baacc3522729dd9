package io.gpuledger.ledger.api.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.config.resource.Resource;
import io.gpuledger.common.event.ConfigChanged;
import io.gpuledger.common.event.ConfigCommand.Change;
import io.gpuledger.common.event.ConfigDecided;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.wire.Json;
import io.gpuledger.common.wire.Malformed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The configuration as a whole. */
@Path("/v1/config")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Configuration")
public class ConfigResource {

    /**
     * The configuration as it is.
     *
     * @param version of its last change; 0 before the first
     * @param resources by kind and name
     */
    public record Whole(long version, List<ConfigChanged> resources) {}

    /** What is wanted, all of it or nothing. */
    record Wanted(List<Change> changes) {
        Wanted {
            InvalidValue.unless(changes != null && !changes.isEmpty(), "changes", "is required");
        }
    }

    private final Door door;

    ConfigResource(Door door) {
        this.door = door;
    }

    @GET
    @Operation(summary = "Every resource with its version, and where it is managed")
    public Whole whole() {
        return new Whole(door.version(), door.all());
    }

    @RolesAllowed(Roles.ADMIN)
    @POST
    @Path("/changes")
    @Operation(
            summary = "Many changes at once, all or none",
            description = "Each has kind, name, expectedVersion (0: must not exist) and value (absent: delete).")
    @APIResponse(responseCode = "200", description = "What was changed")
    @APIResponse(responseCode = "400", description = "A value breaks a rule")
    @APIResponse(responseCode = "409", description = "Another version than expected, or managed by the file")
    public ConfigDecided change(@Context HttpHeaders headers, String json) {
        List<Change> wanted = read(json).changes();
        for (Change change : wanted) {
            InvalidValue.unless(change.expectedVersion() != null, change.key(), "needs expectedVersion");
            if (change.value() != null) {
                check(change);
            }
        }
        return door.decide(
                headers,
                wanted.stream()
                        .map(change -> new Change(
                                change.kind(), change.name(), change.expectedVersion(), change.value(), null))
                        .toList());
    }

    private static void check(Change change) {
        try {
            Resource.read(change.kind(), change.name(), change.value() == null ? java.util.Map.of() : change.value());
        } catch (InvalidValue broken) {
            throw new InvalidValue(change.key() + " " + broken.field(), broken.rule());
        }
    }

    private static Wanted read(String json) {
        try {
            return Json.mapper().readValue(json, Wanted.class);
        } catch (JsonProcessingException e) {
            throw new InvalidValue("body", Malformed.place(e) + Malformed.reason(e));
        }
    }
}
