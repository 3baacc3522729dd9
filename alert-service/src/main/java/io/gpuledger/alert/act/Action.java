package io.gpuledger.alert.act;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.event.action.ActionTold.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an action.
 *
 * @param approved whether the approval it needs was given
 * @param answerBy when whoever carries it out must have answered; absent before it is commanded
 * @param ending the step that ended it; absent while it is open
 * @param binds whether the same is not done again: from its end until all its alerts are over
 * @param log its steps, oldest first; of several pods the first {@value #LOG_MAX} only
 */
public record Action(
        String id,
        ActionOrder order,
        Terms terms,
        boolean approved,
        @Nullable Instant answerBy,
        @Nullable Step ending,
        boolean binds,
        List<Line> log) {

    static final int LOG_MAX = 200;

    /** One step. */
    public record Line(
            Instant at,
            Step step,
            String by,
            @Nullable String detail,
            @Nullable String pod) {

        static Line of(ActionTold told) {
            return new Line(told.at(), told.step(), told.by(), told.detail(), told.pod());
        }
    }

    public Action {
        log = log == null ? List.of() : List.copyOf(log);
    }

    static Action of(ActionTold asked) {
        Terms terms = Objects.requireNonNull(asked.terms(), "a request has its terms");
        return new Action(asked.action(), asked.order(), terms, false, null, null, false, List.of(Line.of(asked)));
    }

    @JsonIgnore
    public boolean isOpen() {
        return ending == null;
    }

    @JsonIgnore
    public boolean isCommanded() {
        return answerBy != null;
    }

    @JsonIgnore
    public boolean waitsForApproval() {
        return isOpen() && !isCommanded() && terms.approval() && !approved;
    }

    /** Whether people were told that it is to come; of dry runs nobody is. */
    @JsonIgnore
    boolean isNoticed() {
        return !order.dryRun()
                && log.stream().anyMatch(line -> line.step() == Step.NOTICED || line.step() == Step.WAITING);
    }

    /** When it was asked for. */
    @JsonIgnore
    public Instant askedAt() {
        return log.getFirst().at();
    }

    /** Whether both are the same to the same group of alerts, so that one of them is enough. */
    boolean isLike(Action other) {
        return isOfSameGroup(other)
                && order.verb() == other.order.verb()
                && order.dryRun() == other.order.dryRun()
                && order.account().equals(other.order.account())
                && Objects.equals(order.target(), other.order.target())
                && Objects.equals(order.owner(), other.order.owner());
    }

    boolean isOfSameGroup(Action other) {
        return terms.receiver().equals(other.terms.receiver())
                && terms.index() == other.terms.index()
                && terms.groupKey().equals(other.terms.groupKey());
    }

    /** A step of one of several pods is noted; one of the whole may end it. */
    Action after(ActionTold told) {
        List<Line> more = new ArrayList<>(log);
        if (told.pod() == null || more.size() < LOG_MAX) {
            more.add(Line.of(told));
        }
        boolean ends = told.pod() == null && told.step().isLast();
        return new Action(
                id,
                order,
                terms,
                approved || told.step() == Step.APPROVED,
                answerBy,
                ends ? told.step() : ending,
                ends ? settles(told.step()) : binds,
                more);
    }

    Action commandedUntil(Instant until) {
        return new Action(id, order, terms, approved, until, ending, binds, log);
    }

    Action unbound() {
        return new Action(id, order, terms, approved, answerBy, ending, false, log);
    }

    /** Of every pod of an account there may be new ones; one pod that was stopped may have been started again on purpose. */
    private boolean settles(Step step) {
        return switch (step) {
            case REFUSED -> true;
            case DONE, DRY_RUN -> order.target() != null;
            default -> false;
        };
    }
}
