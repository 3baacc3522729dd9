package io.gpuledger.ledger.api;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.query.CostAnswer;
import io.gpuledger.ledger.query.CostQuestion;
import io.gpuledger.ledger.query.Dimension;
import io.gpuledger.ledger.query.Questions;
import io.gpuledger.ledger.query.Windows;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What was spent. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Costs")
public class CostResource {

    private static final Set<String> OWN_PARAMETERS = Set.of("from", "to", "groupBy", "window", "zone");

    private final Questions questions;
    private final Clock clock;

    CostResource(Questions questions, Clock clock) {
        this.questions = questions;
        this.clock = clock;
    }

    @GET
    @Path("/costs")
    @APIResponse(
            responseCode = "200",
            description = "Rows and their total",
            content =
                    @Content(
                            schema = @Schema(implementation = CostAnswer.class),
                            examples = @ExampleObject(name = "an hour of two GPUs", value = Examples.COSTS)))
    @APIResponse(
            responseCode = "400",
            description = "A parameter breaks a rule",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "problem", value = Examples.INVALID)))
    @Operation(
            summary = "Cost of a range, grouped and in windows",
            description =
                    "Every further query parameter that is a dimension filters: owner=research&tier=spot. Rows add"
                            + " up to the total, to the last unit. The end is ledger time at the latest.")
    public CostAnswer costs(
            @Parameter(
                            description = "Start, inclusive; 24 hours before the end when absent",
                            example = "2026-11-01T00:00:00Z")
                    @Nullable @RestQuery
                    String from,
            @Parameter(description = "End, exclusive; ledger time when absent", example = "2026-12-01T00:00:00Z")
                    @Nullable @RestQuery
                    String to,
            @Parameter(
                            description =
                                    "Dimensions, separated by commas: owner, project, costCentre, provider, account,"
                                            + " cluster, sku, tier, component, pod, name, priceSource",
                            example = "owner,sku")
                    @Nullable @RestQuery
                    String groupBy,
            @Parameter(description = "1m, 5m, 1h, 1d or 1mo; one window when absent", example = "1d")
                    @Nullable @RestQuery
                    String window,
            @Parameter(
                            description = "Whose midnight days and months begin at",
                            schema = @Schema(type = SchemaType.STRING, defaultValue = "UTC"),
                            example = "Europe/Berlin")
                    @Nullable @RestQuery
                    String zone,
            @Context UriInfo uri) {
        Questions.Range range = questions.range(instant("from", from), instant("to", to), clock.instant());
        Windows windows = window == null ? null : new Windows(Windows.Length.of(window), zone(zone));
        return questions.cost(
                new CostQuestion(range.from(), range.until(), dimensions(groupBy), filters(uri), windows));
    }

    @GET
    @Path("/pods")
    @APIResponse(
            responseCode = "400",
            description = "A parameter breaks a rule",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "problem", value = Examples.INVALID)))
    @Operation(
            summary = "Pods and jobs with their cost in a range",
            description = "The same as /v1/costs grouped by account, pod, name, owner and sku. Dimensions filter.")
    public CostAnswer pods(
            @Parameter(example = "2026-11-21T00:00:00Z") @Nullable @RestQuery String from,
            @Parameter(example = "2026-11-22T00:00:00Z") @Nullable @RestQuery String to,
            @Context UriInfo uri) {
        Questions.Range range = questions.range(instant("from", from), instant("to", to), clock.instant());
        return questions.cost(new CostQuestion(
                range.from(),
                range.until(),
                List.of(Dimension.ACCOUNT, Dimension.POD, Dimension.NAME, Dimension.OWNER, Dimension.SKU),
                filters(uri),
                null));
    }

    private static @Nullable Instant instant(String field, @Nullable String text) {
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValue(field, "must be an instant such as 2026-11-21T08:00:00Z");
        }
    }

    private static ZoneId zone(@Nullable String text) {
        try {
            return text == null ? ZoneOffset.UTC : ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new InvalidValue("zone", "must be a time zone such as Europe/Berlin");
        }
    }

    private static List<Dimension> dimensions(@Nullable String words) {
        return words == null || words.isBlank()
                ? List.of()
                : Arrays.stream(words.split(",", -1))
                        .map(String::strip)
                        .map(Dimension::of)
                        .distinct()
                        .toList();
    }

    /** Every parameter that is not this resource's own is a filter; what is no dimension is refused. */
    private static Map<Dimension, String> filters(UriInfo uri) {
        Map<Dimension, String> filters = new EnumMap<>(Dimension.class);
        uri.getQueryParameters().forEach((name, values) -> {
            if (!OWN_PARAMETERS.contains(name)) {
                InvalidValue.unless(
                        Arrays.stream(Dimension.values()).anyMatch(d -> d.word().equals(name)),
                        name,
                        "is neither a parameter nor a dimension");
                InvalidValue.unless(values.size() == 1, name, "must be given once");
                filters.put(Dimension.of(name), values.getFirst());
            }
        });
        return filters;
    }
}
