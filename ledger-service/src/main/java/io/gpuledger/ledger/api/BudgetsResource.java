package io.gpuledger.ledger.api;

import io.gpuledger.common.access.Roles;
import io.gpuledger.ledger.query.budgets.BudgetQuestions;
import io.gpuledger.ledger.query.budgets.BudgetsAnswer;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far budgets are spent. */
@Path("/v1/budgets")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Budgets")
public class BudgetsResource {

    private final BudgetQuestions questions;

    BudgetsResource(BudgetQuestions questions) {
        this.questions = questions;
    }

    @GET
    @Path("/status")
    @Operation(
            summary = "All budgets at ledger time",
            description =
                    "Spent and left in the present period, hours until it is gone at the burn of the last hour, the"
                            + " forecast of its end by two methods or the reason why there is none, and where each"
                            + " threshold stands. Direct cost only. Formulas: docs/reference/rules.md.")
    @APIResponse(
            responseCode = "200",
            description = "The budgets, by name",
            content =
                    @Content(
                            schema = @Schema(implementation = BudgetsAnswer.class),
                            examples = @ExampleObject(name = "one budget", value = Examples.BUDGETS)))
    public BudgetsAnswer standing() {
        return questions.standing();
    }
}
