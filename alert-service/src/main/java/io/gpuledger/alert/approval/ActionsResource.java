package io.gpuledger.alert.approval;

import io.gpuledger.access.Caller;
import io.gpuledger.alert.act.Action;
import io.gpuledger.alert.act.ActionBook;
import io.gpuledger.alert.flow.DeskView;
import io.gpuledger.alert.rest.Parameters;
import io.gpuledger.alert.rest.Problem;
import io.gpuledger.common.access.Roles;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Actions, newest first, and what people say to them. */
@Path("/v1/actions")
@RolesAllowed(Roles.VIEWER)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ActionsResource {

    private static final Duration HOLDS_WITHIN = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN_AFTER = Duration.ofMillis(10);

    private final DeskView view;
    private final ActionBook book;
    private final InstantSource clock;
    private final Caller caller;

    ActionsResource(DeskView view, ActionBook book, InstantSource clock, Caller caller) {
        this.view = view;
        this.book = book;
        this.clock = clock;
        this.caller = caller;
    }

    /**
     * What a person says.
     *
     * @param by who; counts only where nobody is asked who they are
     */
    record Judgement(@Nullable String by, @Nullable String why) {}

    /** @param state {@code open}, {@code past}, or {@code all} */
    @GET
    public List<ActionView> actions(
            @RestQuery @DefaultValue("all") String state, @RestQuery @DefaultValue("100") String limit) {
        InvalidValue.unless(List.of("open", "past", "all").contains(state), "state", "must be open, past or all");
        int rows = Parameters.limit(limit);
        return view.actions().stream()
                .filter(action -> state.equals("all") || action.isOpen() == state.equals("open"))
                .sorted(Comparator.comparing(Action::askedAt).reversed().thenComparing(Action::id))
                .limit(rows)
                .map(ActionView::of)
                .toList();
    }

    @GET
    @Path("/{id}")
    public Response action(@RestPath String id) {
        return view.action(id)
                .map(action -> Response.ok(ActionView.of(action)).build())
                .orElseGet(() -> unknown(id));
    }

    @RolesAllowed(Roles.OPERATOR)
    @POST
    @Path("/{id}/approve")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response approve(@RestPath String id, String body) throws InterruptedException {
        return judge(id, Step.APPROVED, Parameters.body(body, Judgement.class));
    }

    @RolesAllowed(Roles.OPERATOR)
    @POST
    @Path("/{id}/refuse")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response refuse(@RestPath String id, String body) throws InterruptedException {
        return judge(id, Step.REFUSED, Parameters.body(body, Judgement.class));
    }

    private Response judge(String id, Step step, Judgement judgement) throws InterruptedException {
        String by = Limits.name("by", caller.or(judgement.by()));
        String why = Limits.name("why", judgement.why());
        Optional<Action> known = view.action(id);
        if (known.isEmpty()) {
            return unknown(id);
        }
        Action action = known.get();
        if (!isOpenTo(step, action)) {
            return Problem.of(Problem.CONFLICT, "not-waiting", "The action does not wait for this", standing(action));
        }
        book.write(new ActionTold(id, clock.instant(), step, by, why, null, action.order(), null));
        return settled(id, step, by)
                .map(settled -> Response.ok(ActionView.of(settled)).build())
                .orElseGet(() -> Problem.of(
                        Problem.UNAVAILABLE, "unavailable", "It is written down", "and does not hold yet; look again"));
    }

    private static boolean isOpenTo(Step step, Action action) {
        return step == Step.APPROVED ? action.waitsForApproval() : action.isOpen() && !action.isCommanded();
    }

    private static String standing(Action action) {
        return action.id() + " is "
                + (action.ending() != null
                        ? "over: " + action.ending().name().toLowerCase(java.util.Locale.ROOT)
                        : action.isCommanded() ? "under way" : "in need of no approval");
    }

    /** As it is once the desk has heard of it: something else may have come first. */
    private Optional<Action> settled(String id, Step step, String by) throws InterruptedException {
        long deadline = System.nanoTime() + HOLDS_WITHIN.toNanos();
        while (System.nanoTime() < deadline) {
            Optional<Action> now = view.action(id);
            if (now.isPresent() && (isSaid(now.get(), step, by) || !isOpenTo(step, now.get()))) {
                return now;
            }
            Thread.sleep(LOOK_AGAIN_AFTER);
        }
        return Optional.empty();
    }

    private static boolean isSaid(Action action, Step step, String by) {
        return action.log().stream()
                .anyMatch(line -> line.step() == step && line.by().equals(by));
    }

    private static Response unknown(String id) {
        return Problem.of(
                Problem.NOT_FOUND,
                "unknown-action",
                "There is no such action",
                "there is no action " + id + "; it may have been forgotten");
    }
}
