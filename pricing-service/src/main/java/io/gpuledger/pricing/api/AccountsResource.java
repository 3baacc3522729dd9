package io.gpuledger.pricing.api;

import io.gpuledger.common.access.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Which accounts are watched, and how that goes. */
@Path("/v1/accounts")
@RolesAllowed(Roles.VIEWER)
@Tag(name = "Accounts")
public class AccountsResource {

    private final AccountBoard board;

    public AccountsResource(AccountBoard board) {
        this.board = board;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listAccounts", summary = "The watched accounts with their last poll; no keys")
    @APIResponse(
            responseCode = "200",
            description = "every watched account, in the order of their names",
            content =
                    @Content(
                            schema = @Schema(implementation = WatchedAccountView[].class),
                            examples = @ExampleObject(name = "one account", value = EventExamples.ACCOUNTS)))
    public List<WatchedAccountView> list() {
        return board.views();
    }
}
