package io.gpuledger.alert.answer;

import io.gpuledger.access.Caller;
import io.gpuledger.alert.ack.Clerk;
import io.gpuledger.alert.rest.Problem;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.value.Limits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** To look after a group, and to stop doing so. Answers when the desk has decided. */
@Path("/v1/acks")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AcksResource {

    /** The header that says who changes something; counts only where nobody is asked who they are. */
    static final String BY = "X-Changed-By";

    private final OpenGroups groups;
    private final AckWriter writer;
    private final InstantSource clock;
    private final Caller caller;

    AcksResource(OpenGroups groups, AckWriter writer, InstantSource clock, Caller caller) {
        this.groups = groups;
        this.writer = writer;
        this.clock = clock;
        this.caller = caller;
    }

    @RolesAllowed(Roles.OPERATOR)
    @POST
    @Consumes(MediaType.WILDCARD)
    public Response acknowledge(byte[] body, @RestHeader(BY) @Nullable String claim) {
        Instant now = clock.instant();
        PostedAck posted = PostedAck.read(body);
        AckCommand command = posted.command(caller.or(posted.by() == null ? claim : posted.by()), now);
        return groups.named(command.group(), now).isPresent()
                ? done(command)
                : notFound("group must be the id of a group of which something fires; see GET /v1/groups");
    }

    /** @param id the group's */
    @RolesAllowed(Roles.OPERATOR)
    @DELETE
    @Path("/{id}")
    public Response withdraw(
            @RestPath String id, @RestQuery @Nullable String via, @RestHeader(BY) @Nullable String claim) {
        String by = caller.or(claim);
        AckCommand command = new AckCommand(
                UUID.randomUUID().toString(),
                clock.instant(),
                Limits.name("id", id),
                AckCommand.Action.WITHDRAW,
                by == null || by.isBlank() ? Clerk.UNKNOWN : Limits.name(BY, by),
                PostedAck.via(via),
                "",
                null);
        return groups.ack(id).isPresent() ? done(command) : notFound("nobody has acknowledged the group " + id);
    }

    private Response done(AckCommand command) {
        writer.write(command);
        Optional<Ack> ack = writer.decided(command);
        return ack.map(now -> Response.ok(now).build())
                .orElseGet(() -> Problem.of(
                        Problem.CONFLICT,
                        "not-done",
                        "It was not done",
                        "the group has changed meanwhile; GET /v1/audit?object=" + command.group() + " says how"));
    }

    private static Response notFound(String detail) {
        return Problem.of(Problem.NOT_FOUND, "not-found", "There is no such group", detail);
    }
}
