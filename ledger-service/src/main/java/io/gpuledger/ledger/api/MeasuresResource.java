package io.gpuledger.ledger.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import io.gpuledger.common.access.Roles;
import io.gpuledger.ledger.query.Costs;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.measures.MeasureAnswer;
import io.gpuledger.ledger.query.measures.MeasureQuestion;
import io.gpuledger.ledger.query.measures.MeasureQuestions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the measures read. */
@Path("/v1/measures")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Measures")
public class MeasuresResource {

    private final MeasureQuestions measures;
    private final Costs costs;
    private final Clock clock;

    MeasuresResource(MeasureQuestions measures, Costs costs, Clock clock) {
        this.measures = measures;
        this.costs = costs;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "The measures M1 to M10 of a range, by group and in all",
            description =
                    "Billed and allocated GPU-hours, cost per GPU-hour direct and normalised, utilisation and cost per"
                            + " useful GPU-hour, cost per epoch and per thousand inferences, burn, orphan rate, spot and"
                            + " what preemption cost, deviation of cost per GPU-hour, chargeback. What cannot be known is"
                            + " absent, with the reason, and never 0. Every further query parameter that is a dimension"
                            + " filters. Formulas: docs/reference/measures.md.")
    @Parameter(name = "from", in = QUERY, description = "Start, inclusive; 24 hours before the end when absent")
    @Parameter(name = "to", in = QUERY, description = "End, exclusive; ledger time when absent")
    @Parameter(name = "groupBy", in = QUERY, description = "Dimensions, separated by commas", example = "owner,sku")
    @APIResponse(
            responseCode = "200",
            description = "Readings of each group and of all together",
            content =
                    @Content(
                            schema = @Schema(implementation = MeasureAnswer.class),
                            examples = @ExampleObject(name = "two of the measures", value = Examples.MEASURES)))
    public MeasureAnswer measures(@Context UriInfo uri) {
        CostParameters given = new CostParameters(uri.getQueryParameters(), Set.of("from", "to", "groupBy"));
        CostQuestion range = given.question(costs, clock);
        return measures.answer(new MeasureQuestion(range.from(), range.until(), given.groupBy(), range.filters()));
    }
}
