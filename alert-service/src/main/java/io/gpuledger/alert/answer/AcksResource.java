package io.gpuledger.alert.answer;

import io.gpuledger.alert.ack.Clerk;
import io.gpuledger.alert.rest.Problem;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.AckCommand;
import io.gpuledger.common.value.Limits;
import io.smallrye.common.annotation.RunOnVirtualThread;
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
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class AcksResource {

    /** The header that says who changes something. */
    static final String BY = "X-Changed-By";

    private final OpenGroups groups;
    private final AckWriter writer;
    private final InstantSource clock;

    AcksResource(OpenGroups groups, AckWriter writer, InstantSource clock) {
        this.groups = groups;
        this.writer = writer;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    public Response acknowledge(byte[] body, @RestHeader(BY) @Nullable String caller) {
        Instant now = clock.instant();
        AckCommand command = PostedAck.read(body).command(caller, now);
        return groups.named(command.group(), now).isPresent()
                ? done(command)
                : notFound("group must be the id of a group of which something fires; see GET /v1/groups");
    }

    /** @param id the group's */
    @DELETE
    @Path("/{id}")
    public Response withdraw(
            @RestPath String id, @RestQuery @Nullable String via, @RestHeader(BY) @Nullable String caller) {
        AckCommand command = new AckCommand(
                UUID.randomUUID().toString(),
                clock.instant(),
                Limits.name("id", id),
                AckCommand.Action.WITHDRAW,
                caller == null || caller.isBlank() ? Clerk.UNKNOWN : Limits.name(BY, caller),
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
