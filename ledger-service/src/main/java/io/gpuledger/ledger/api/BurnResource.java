package io.gpuledger.ledger.api;

import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.Burn;
import io.gpuledger.common.event.Scope;
import io.gpuledger.ledger.query.burn.AccountAnswer;
import io.gpuledger.ledger.query.burn.Questions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** How fast money goes and how long it lasts. */
@Path("/v1")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Burn")
public class BurnResource {

    private final Questions questions;

    BurnResource(Questions questions) {
        this.questions = questions;
    }

    @GET
    @Path("/burn")
    @Operation(
            summary = "Burn of every scope of a kind, the fastest first",
            description =
                    "Dollars per hour now and as means over 5m, 1h, 6h, 24h and 3d; as multiples of plan where there is"
                            + " a budget, and of the expected rate where there are three days of history.")
    @APIResponse(
            responseCode = "200",
            description = "The burn of each",
            content = @Content(schema = @Schema(type = SchemaType.ARRAY, implementation = Burn.class)))
    public List<Burn> burns(
            @Parameter(description = "owner, account, project, cost-centre or all; owner when absent")
                    @RestQuery
                    @Nullable String kind) {
        return questions.burns(kind == null ? Scope.Kind.OWNER : ScopeParameter.kind(kind));
    }

    @GET
    @Path("/burn/{owner}")
    @APIResponse(
            responseCode = "200",
            description = "The burn of the owner",
            content =
                    @Content(
                            schema = @Schema(implementation = Burn.class),
                            examples = @ExampleObject(name = "below plan", value = Examples.BURN)))
    @Operation(summary = "Burn of one owner")
    public Burn burn(@Parameter(example = "research") @RestPath String owner) {
        return questions.burns(Scope.Kind.OWNER).stream()
                .filter(burn -> burn.scope().name().equals(owner))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("no cost was ever booked for this owner"));
    }

    @GET
    @Path("/accounts")
    @APIResponse(
            responseCode = "200",
            description = "The accounts",
            content =
                    @Content(
                            schema = @Schema(type = SchemaType.ARRAY, implementation = AccountAnswer.class),
                            examples = @ExampleObject(name = "one account", value = Examples.ACCOUNTS)))
    @Operation(
            summary = "Accounts with balance, burn and runway",
            description = "The balance is the provider's last word; left is that less what was metered since.")
    public List<AccountAnswer> accounts() {
        return questions.accounts();
    }
}
