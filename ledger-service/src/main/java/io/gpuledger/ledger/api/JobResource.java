package io.gpuledger.ledger.api;

import static org.eclipse.microprofile.openapi.annotations.enums.ParameterIn.QUERY;

import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.AccountRef;
import io.gpuledger.ledger.query.Costs;
import io.gpuledger.ledger.query.cost.CostQuestion;
import io.gpuledger.ledger.query.cost.Dimension;
import io.gpuledger.ledger.query.cost.Page;
import io.gpuledger.ledger.query.jobs.JobAnswer;
import io.gpuledger.ledger.query.jobs.JobQuestion;
import io.gpuledger.ledger.query.jobs.Jobs;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What jobs held and cost. */
@Path("/v1/jobs")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Jobs")
@APIResponse(
        responseCode = "400",
        description = "A parameter breaks a rule",
        content =
                @Content(
                        mediaType = "application/problem+json",
                        examples = @ExampleObject(name = "problem", value = Examples.INVALID)))
public class JobResource {

    private static final Set<String> OWN = Set.of("from", "to", "offset", "limit");
    private static final Set<Dimension> FILTERS = Set.of(Dimension.OWNER, Dimension.PROJECT, Dimension.ACCOUNT);

    private final Jobs jobs;
    private final Costs costs;
    private final Clock clock;

    JobResource(Jobs jobs, Costs costs, Clock clock) {
        this.jobs = jobs;
        this.costs = costs;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Jobs of a range with GPU-hours, cost and what came of them, the dearest first",
            description =
                    "cost and allocated (M2) are of the range, from the books: they agree with /v1/costs grouped by"
                            + " job. whole is all the job held and cost; costPerEpoch and costPerThousandInferences (M5)"
                            + " rest on it. What is not known is absent, and never 0.")
    @Parameter(name = "from", in = QUERY, description = CostParameters.FROM, example = "2026-11-01T00:00:00Z")
    @Parameter(name = "to", in = QUERY, description = CostParameters.TO, example = "2026-12-01T00:00:00Z")
    @Parameter(name = "owner", in = QUERY, description = "Only of this owner", example = "research")
    @Parameter(name = "project", in = QUERY, description = "Only of this project; empty: of none", example = "vision")
    @Parameter(name = "account", in = QUERY, description = "Only of this account", example = "runpod/main")
    @Parameter(name = "offset", in = QUERY, description = CostParameters.OFFSET, example = "0")
    @Parameter(
            name = "limit",
            in = QUERY,
            description = "Rows at most, from 1 to 10000; 1000 when absent",
            example = "100")
    @APIResponse(
            responseCode = "200",
            description = "The jobs",
            content =
                    @Content(
                            schema = @Schema(implementation = JobAnswer.class),
                            examples = @ExampleObject(name = "half an hour of half a GPU", value = Examples.JOBS)))
    public JobAnswer list(@Context UriInfo uri) {
        CostParameters given = new CostParameters(uri.getQueryParameters(), OWN);
        CostQuestion range = given.question(costs, clock);
        Map<Dimension, String> filters = given.filters(FILTERS);
        return jobs.answer(
                new JobQuestion(
                        range.from(),
                        range.until(),
                        filters.get(Dimension.OWNER),
                        filters.get(Dimension.PROJECT),
                        filters.get(Dimension.ACCOUNT),
                        null),
                given.page(true, Jobs.LIMIT_DEFAULT, Jobs.LIMIT_MAX));
    }

    @GET
    @Path("/{provider}/{account}/{job: .+}")
    @Operation(
            summary = "One job, from when it began",
            description = "A row for each owner it had, as /v1/jobs has them; usually one.")
    @APIResponse(
            responseCode = "200",
            description = "The job",
            content = @Content(schema = @Schema(implementation = JobAnswer.class)))
    @APIResponse(responseCode = "404", description = "No such job was ever told")
    public JobAnswer one(
            @PathParam("provider") String provider,
            @PathParam("account") String account,
            @PathParam("job") String job) {
        String name = new AccountRef(provider, account).toString();
        Costs.Range range = costs.range(Instant.EPOCH, null, null, clock.instant());
        JobAnswer answer = jobs.answer(
                new JobQuestion(range.from(), range.until(), null, null, name, job), new Page(0, Jobs.LIMIT_MAX, true));
        if (answer.rows().isEmpty()) {
            throw new NotFoundException("no such job was ever told");
        }
        return answer;
    }
}
