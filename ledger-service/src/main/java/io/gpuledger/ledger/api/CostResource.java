package io.gpuledger.ledger.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import io.gpuledger.ledger.query.Questions;
import io.gpuledger.ledger.query.cost.CostAnswer;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.cost.Windows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What was spent. */
@Path("/v1")
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
public class CostResource {

    private static final List<Dimension> PODS =
            List.of(Dimension.ACCOUNT, Dimension.POD, Dimension.NAME, Dimension.OWNER, Dimension.SKU);

    private final Questions questions;
    private final Clock clock;

    CostResource(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    @GET
    @Path("/costs")
    @Operation(
            summary = "Cost of a range, grouped and in windows",
            description =
                    "Every further query parameter that is a dimension filters: owner=research&tier=spot. Rows add"
                            + " up to the total, to the last unit. The end is ledger time at the latest.")
    @Parameter(
            name = "from",
            in = QUERY,
            description = "Start, inclusive; 24 hours before the end when absent",
            example = "2026-11-01T00:00:00Z")
    @Parameter(
            name = "to",
            in = QUERY,
            description = "End, exclusive; ledger time when absent",
            example = "2026-12-01T00:00:00Z")
    @Parameter(
            name = "groupBy",
            in = QUERY,
            description =
                    "Dimensions, separated by commas: owner, project, costCentre, provider, account, cluster, sku,"
                            + " tier, component, pod, name, priceSource",
            example = "owner,sku")
    @Parameter(
            name = "window",
            in = QUERY,
            description = "1m, 5m, 1h, 1d or 1mo; one window when absent",
            example = "1d")
    @Parameter(
            name = "zone",
            in = QUERY,
            description = "Whose midnight days and months begin at",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "UTC"),
            example = "Europe/Berlin")
    @APIResponse(
            responseCode = "200",
            description = "Rows and their total",
            content =
                    @Content(
                            schema = @Schema(implementation = CostAnswer.class),
                            examples = @ExampleObject(name = "an hour of two GPUs", value = Examples.COSTS)))
    public CostAnswer costs(@Context UriInfo uri) {
        CostParameters given =
                new CostParameters(uri.getQueryParameters(), Set.of("from", "to", "groupBy", "window", "zone"));
        return answer(given, given.groupBy(), given.windows());
    }

    @GET
    @Path("/pods")
    @Operation(
            summary = "Pods and jobs with their cost in a range",
            description = "The same as /v1/costs grouped by account, pod, name, owner and sku. Dimensions filter.")
    @Parameter(name = "from", in = QUERY, example = "2026-11-21T00:00:00Z")
    @Parameter(name = "to", in = QUERY, example = "2026-11-22T00:00:00Z")
    public CostAnswer pods(@Context UriInfo uri) {
        return answer(new CostParameters(uri.getQueryParameters(), Set.of("from", "to")), PODS, null);
    }

    private CostAnswer answer(CostParameters given, List<Dimension> groupBy, @Nullable Windows windows) {
        Questions.Range range = questions.range(given.instant("from"), given.instant("to"), clock.instant());
        return questions.cost(
                new CostQuestion(range.from(), range.until(), groupBy, given.filters(), windows, null), Page.FIRST);
    }
}
