package io.gpuledger.ledger.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import io.gpuledger.common.access.Roles;
import io.gpuledger.ledger.query.Costs;
import io.gpuledger.ledger.query.OrphanAnswer;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.explain.ExplainQuestion;
import io.gpuledger.ledger.query.explain.Explanation;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Why it was spent, and what nobody owns. */
@Path("/v1")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Costs")
@APIResponse(
        responseCode = "400",
        description = "A parameter breaks a rule",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        examples = @ExampleObject(name = "problem", value = Examples.INVALID)))
public class ExplainResource {

    private final Costs costs;
    private final Clock clock;

    ExplainResource(Costs costs, Clock clock) {
        this.costs = costs;
        this.clock = clock;
    }

    @GET
    @Path("/explain")
    @Operation(
            summary = "Why a range cost what it did",
            description =
                    "The amount by owner; its pods and jobs, the dearest first; their segments with rate, GPUs and"
                            + " price source; and the entries of the books behind them, with the observations that"
                            + " caused them. A correction is an entry of its own, with the instant it became known."
                            + " Dimensions filter.")
    @APIResponse(
            responseCode = "200",
            description = "The amount taken apart",
            content =
                    @Content(
                            schema = @Schema(implementation = Explanation.class),
                            examples = @ExampleObject(name = "half an hour of one pod", value = Examples.EXPLAIN)))
    @Parameter(name = "from", in = QUERY, description = CostParameters.FROM, example = "2026-11-01T00:00:00Z")
    @Parameter(name = "to", in = QUERY, description = CostParameters.TO, example = "2026-12-01T00:00:00Z")
    @Parameter(name = "asKnownAt", in = QUERY, description = CostParameters.KNOWN, example = "2026-11-20T12:00:00Z")
    @Parameter(name = "offset", in = QUERY, description = CostParameters.OFFSET, example = "0")
    @Parameter(name = "limit", in = QUERY, description = CostParameters.LIMIT, example = "100")
    public Explanation explain(@Context UriInfo uri) {
        CostParameters given = new CostParameters(uri.getQueryParameters(), CostParameters.RANGE);
        CostParameters.Asked asked = given.asked(costs, clock);
        return costs.explain(
                new ExplainQuestion(
                        asked.question(), given.page(true, ExplainQuestion.LIMIT_DEFAULT, ExplainQuestion.LIMIT_MAX)),
                asked.ledgerTime());
    }

    @GET
    @Path("/orphans")
    @Operation(
            summary = "Resources that nobody owns, with the money at stake",
            description = "The dearest first, and the share of them in all cost (M7, orphan rate). Dimensions filter.")
    @APIResponse(
            responseCode = "200",
            description = "What nobody owns",
            content = @Content(schema = @Schema(implementation = OrphanAnswer.class)))
    @Parameter(name = "from", in = QUERY, description = CostParameters.FROM, example = "2026-11-01T00:00:00Z")
    @Parameter(name = "to", in = QUERY, description = CostParameters.TO, example = "2026-12-01T00:00:00Z")
    @Parameter(name = "asKnownAt", in = QUERY, description = CostParameters.KNOWN, example = "2026-11-20T12:00:00Z")
    @Parameter(name = "offset", in = QUERY, description = CostParameters.OFFSET, example = "0")
    @Parameter(name = "limit", in = QUERY, description = CostParameters.LIMIT, example = "100")
    public OrphanAnswer orphans(@Context UriInfo uri) {
        CostParameters given = new CostParameters(uri.getQueryParameters(), CostParameters.RANGE);
        CostParameters.Asked asked = given.asked(costs, clock);
        return costs.orphans(
                asked.question(), given.page(true, Page.LIMIT_DEFAULT, Page.LIMIT_MAX), asked.ledgerTime());
    }
}
