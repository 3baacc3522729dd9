package io.gpuledger.ledger.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import io.gpuledger.common.access.Roles;
import io.gpuledger.ledger.query.Costs;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.reconciliation.ReconciliationAnswer;
import io.gpuledger.ledger.query.reconciliation.ReconciliationQuestion;
import io.gpuledger.ledger.query.reconciliation.Reconciliations;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far bills and the ledger agree. */
@Path("/v1/reconciliation")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Reconciliation")
@APIResponse(
        responseCode = "400",
        description = "A parameter breaks a rule",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        examples = @ExampleObject(name = "problem", value = Examples.INVALID)))
public class ReconciliationResource {

    private static final Set<String> OWN = Set.of("from", "to", "limit");
    private static final Set<Dimension> FILTERS = Set.of(Dimension.OWNER, Dimension.ACCOUNT);

    private final Reconciliations reconciliations;
    private final Costs costs;
    private final Clock clock;

    ReconciliationResource(Reconciliations reconciliations, Costs costs, Clock clock) {
        this.reconciliations = reconciliations;
        this.costs = costs;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Billed against metered, the worst lines with the likely cause, and the credits",
            description =
                    "Of the lines whose period begins in the range. accuracy is M10. Credits are listed and are in"
                            + " neither billed nor accuracy.")
    @Parameter(name = "from", in = QUERY, description = CostParameters.FROM, example = "2026-11-01T00:00:00Z")
    @Parameter(name = "to", in = QUERY, description = CostParameters.TO, example = "2026-12-01T00:00:00Z")
    @Parameter(name = "account", in = QUERY, description = "Only of this account", example = "runpod/main")
    @Parameter(
            name = "owner",
            in = QUERY,
            description = "Only lines most of whose metered cost was this owner's",
            example = "research")
    @Parameter(
            name = "limit",
            in = QUERY,
            description =
                    "Lines shown at most of those that differ, and of the credits, from 1 to 1000; 20 when absent",
            example = "20")
    @APIResponse(
            responseCode = "200",
            description = "What was billed and what was metered",
            content =
                    @Content(
                            schema = @Schema(implementation = ReconciliationAnswer.class),
                            examples = @ExampleObject(name = "a line and a credit", value = Examples.RECONCILIATION)))
    public ReconciliationAnswer reconciliation(@Context UriInfo uri) {
        CostParameters given = new CostParameters(uri.getQueryParameters(), OWN);
        CostQuestion range = given.question(costs, clock);
        Map<Dimension, String> filters = given.filters(FILTERS);
        return reconciliations.answer(
                new ReconciliationQuestion(
                        range.from(), range.until(), filters.get(Dimension.ACCOUNT), filters.get(Dimension.OWNER)),
                given.page(true, Reconciliations.LIMIT_DEFAULT, Reconciliations.LIMIT_MAX)
                        .limit());
    }
}
