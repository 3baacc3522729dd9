package io.gpuledger.ledger.api.internal;

import io.gpuledger.common.access.Roles;
import io.gpuledger.ledger.gather.PeerAnswers;
import io.gpuledger.ledger.gather.Wire;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Another instance asks for its part of an answer. */
@Path("/internal/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class AskResource {

    private final PeerAnswers answers;
    private final Admitted admitted;

    /** Who may ask. */
    public enum Admitted {
        /** Only from this machine. */
        LOOPBACK,
        /** Anybody who can reach the port: for a network of one's own. */
        NETWORK
    }

    AskResource(PeerAnswers answers, Admitted admitted) {
        this.answers = answers;
        this.admitted = admitted;
    }

    @RolesAllowed(Roles.VIEWER)
    @POST
    @Path("/ask")
    @Operation(hidden = true)
    public Wire.Told ask(Wire.Asked asked, @Context HttpServerRequest request) {
        String from = request.remoteAddress().hostAddress();
        if (admitted == Admitted.LOOPBACK && !isLoopback(from)) {
            throw new ForbiddenException("only from this machine; GPU_LEDGER_PEERS=network admits the network");
        }
        return answers.answer(asked);
    }

    private static boolean isLoopback(String address) {
        return address != null
                && (address.startsWith("127.") || address.equals("::1") || address.startsWith("0:0:0:0:0:0:0:1"));
    }
}
