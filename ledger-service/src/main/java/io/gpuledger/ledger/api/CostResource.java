package io.gpuledger.ledger.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import io.gpuledger.common.access.Roles;
import io.gpuledger.ledger.query.Costs;
import io.gpuledger.ledger.query.cost.CostAnswer;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.cost.Windows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
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
public class CostResource {

    private static final List<Dimension> PODS =
            List.of(Dimension.ACCOUNT, Dimension.POD, Dimension.NAME, Dimension.OWNER, Dimension.SKU);
    private static final Set<String> GROUPED =
            Set.of("from", "to", "asKnownAt", "limit", "offset", "order", "groupBy", "window", "zone");

    private final Costs costs;
    private final Clock clock;

    CostResource(Costs costs, Clock clock) {
        this.costs = costs;
        this.clock = clock;
    }

    @GET
    @Path("/costs")
    @Operation(
            summary = "Cost of a range, grouped and in windows",
            description =
                    "Every further query parameter that is a dimension filters: owner=research&tier=spot. Rows add"
                            + " up to the total, to the last unit. The end is ledger time at the latest.")
    @Parameter(name = "from", in = QUERY, description = CostParameters.FROM, example = "2026-11-01T00:00:00Z")
    @Parameter(name = "to", in = QUERY, description = CostParameters.TO, example = "2026-12-01T00:00:00Z")
    @Parameter(name = "asKnownAt", in = QUERY, description = CostParameters.KNOWN, example = "2026-11-20T12:00:00Z")
    @Parameter(name = "offset", in = QUERY, description = CostParameters.OFFSET, example = "0")
    @Parameter(name = "limit", in = QUERY, description = CostParameters.LIMIT, example = "100")
    @Parameter(
            name = "groupBy",
            in = QUERY,
            description =
                    "Dimensions, separated by commas: owner, project, costCentre, provider, account, cluster, sku,"
                            + " tier, component, use, priceSource, estimated, reconciled, pod, name, job",
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
    @Parameter(
            name = "order",
            in = QUERY,
            description = "group, or cost with the dearest first",
            schema = @Schema(type = SchemaType.STRING, defaultValue = "group"))
    @APIResponse(
            responseCode = "200",
            description = "Rows and their total",
            content =
                    @Content(
                            schema = @Schema(implementation = CostAnswer.class),
                            examples = @ExampleObject(name = "an hour of two GPUs", value = Examples.COSTS)))
    public CostAnswer costs(@Context UriInfo uri) {
        CostParameters given = new CostParameters(uri.getQueryParameters(), GROUPED);
        return answer(given, given.groupBy(), given.windows(), false);
    }

    @GET
    @Path("/pods")
    @Operation(
            summary = "Pods and jobs with their cost in a range, the dearest first",
            description = "The same as /v1/costs grouped by account, pod, name, owner and sku. Dimensions filter.")
    @Parameter(name = "from", in = QUERY, description = CostParameters.FROM, example = "2026-11-01T00:00:00Z")
    @Parameter(name = "to", in = QUERY, description = CostParameters.TO, example = "2026-12-01T00:00:00Z")
    @Parameter(name = "asKnownAt", in = QUERY, description = CostParameters.KNOWN, example = "2026-11-20T12:00:00Z")
    @Parameter(name = "offset", in = QUERY, description = CostParameters.OFFSET, example = "0")
    @Parameter(name = "limit", in = QUERY, description = CostParameters.LIMIT, example = "100")
    public CostAnswer pods(@Context UriInfo uri) {
        CostParameters given = new CostParameters(uri.getQueryParameters(), CostParameters.RANGE);
        return answer(given, PODS, null, true);
    }

    private CostAnswer answer(
            CostParameters given, List<Dimension> groupBy, @Nullable Windows windows, boolean dearestFirst) {
        CostParameters.Asked asked = given.asked(costs, clock);
        return costs.cost(
                asked.question().groupedBy(groupBy).in(windows),
                given.page(dearestFirst, Page.LIMIT_DEFAULT, Page.LIMIT_MAX),
                asked.ledgerTime());
    }
}
