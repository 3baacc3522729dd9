package io.gpuledger.ledger.api;

import io.gpuledger.common.access.Roles;
import io.gpuledger.common.config.ConfigFile;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.query.backtest.Backtest;
import io.gpuledger.ledger.query.backtest.BacktestAnswer;
import io.gpuledger.ledger.query.backtest.Backtests;
import io.gpuledger.ledger.query.rules.RuleFilter;
import io.gpuledger.ledger.query.rules.RuleQuestions;
import io.gpuledger.ledger.query.rules.RulesAnswer;
import io.gpuledger.ledger.query.rules.Runbooks;
import io.gpuledger.ledger.watch.RuleState;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where rules stand. */
@Path("/v1/rules")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Rules")
public class RulesResource {

    private final RuleQuestions questions;
    private final Backtests backtests;

    RulesResource(RuleQuestions questions, Backtests backtests) {
        this.questions = questions;
        this.backtests = backtests;
    }

    @GET
    @Path("/state")
    @Operation(
            summary = "Each rule and subject with its status",
            description =
                    "Those that fire first, then those that are pending. What a rule reads is given where it rests on the"
                            + " books, the balance or the polls; of a pod and of bills, what was read when it fired."
                            + " Formulas: docs/reference/rules.md.")
    @APIResponse(
            responseCode = "200",
            description = "The rules in force, the thresholds of budgets among them",
            content =
                    @Content(
                            schema = @Schema(implementation = RulesAnswer.class),
                            examples = @ExampleObject(name = "one that fires", value = Examples.RULES)))
    public RulesAnswer standing(
            @Parameter(description = "Only this rule") @RestQuery @Nullable String rule,
            @Parameter(description = "Only this scope", example = "owner/research") @RestQuery @Nullable String scope,
            @Parameter(description = "ok, pending or firing") @RestQuery @Nullable String status,
            @Parameter(description = "Rows left out at the beginning") @RestQuery @Nullable String offset,
            @Parameter(description = "Rows at most: 1000 when absent, at most 10000") @RestQuery @Nullable String limit) {
        return questions.standing(new RuleFilter(
                rule,
                scope,
                status == null ? EnumSet.allOf(RuleState.Status.class) : Set.of(status(status)),
                number("offset", offset, 0),
                number("limit", limit, RuleFilter.LIMIT_DEFAULT)));
    }

    @RolesAllowed(Roles.VIEWER)
    @POST
    @Path("/backtest")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Which crossings a rule would have made",
            description =
                    "Judged by the code that judges what happens, with the budgets in force. At most 35 days, 300000"
                            + " judgements and 10000000 looks at pods; where less is kept the answer's from is later, and"
                            + " shortened says why. Not for ledger_stalled_minutes: docs/reference/rules.md.")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            schema = @Schema(implementation = Backtest.class),
                            examples = @ExampleObject(name = "a burn rule", value = Examples.BACKTEST)))
    @APIResponse(
            responseCode = "200",
            description = "The crossings, in the order of time",
            content = @Content(schema = @Schema(implementation = BacktestAnswer.class)))
    @APIResponse(
            responseCode = "400",
            description = "A value breaks a rule; the detail names field and rule",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            examples = @ExampleObject(name = "invalid", value = Examples.INVALID)))
    public BacktestAnswer backtest(String body) {
        return backtests.answer(ConfigFile.entry(body == null ? "" : body, Backtest.class));
    }

    @GET
    @Path("/runbooks/{metric}")
    @Produces("text/markdown; charset=utf-8")
    @Operation(
            summary = "What to look at and what to do when a rule on a metric fires",
            description = "For people, as Markdown. Alerts link to it unless their rule has a runbook of its own.")
    @APIResponse(responseCode = "200", description = "The runbook")
    @APIResponse(responseCode = "400", description = "There is no such metric")
    public String runbook(
            @Parameter(description = "The metric of the rule", example = "burn_multiple") @PathParam("metric")
                    String metric) {
        return Runbooks.of(metric);
    }

    private static RuleState.Status status(String word) {
        return Arrays.stream(RuleState.Status.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new InvalidValue("status", "must be one of ok, pending, firing"));
    }

    private static int number(String field, @Nullable String text, int otherwise) {
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue(field, "must be a whole number");
        }
    }
}
