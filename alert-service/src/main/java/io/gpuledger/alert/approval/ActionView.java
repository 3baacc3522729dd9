package io.gpuledger.alert.approval;

import io.gpuledger.alert.act.Action;
import io.gpuledger.common.event.action.ActionOrder;
import io.gpuledger.common.event.action.ActionTold.Step;
import io.gpuledger.common.event.action.ActionTold.Terms;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An action as it is shown.
 *
 * @param state the step that ended it, or the last that leads there
 * @param target the pod or endpoint; absent where it is every pod of the account, or of the owner in it
 */
record ActionView(
        String id,
        Step state,
        boolean open,
        ActionOrder.Verb action,
        String account,
        @Nullable String target,
        @Nullable String owner,
        @Nullable String name,
        boolean dryRun,
        Instant askedAt,
        Instant dueAt,
        boolean waitsForApproval,
        String receiver,
        String groupKey,
        List<String> alerts,
        List<Action.Line> steps) {

    static ActionView of(Action action) {
        ActionOrder order = action.order();
        Terms terms = action.terms();
        Step ending = action.ending();
        return new ActionView(
                action.id(),
                ending == null ? lastOfAll(action) : ending,
                action.isOpen(),
                order.verb(),
                order.account().toString(),
                order.target(),
                order.owner(),
                terms.name(),
                order.dryRun(),
                action.askedAt(),
                terms.dueAt(),
                action.waitsForApproval(),
                terms.receiver(),
                terms.groupKey(),
                terms.alerts(),
                action.log());
    }

    /** What is said of one of several pods is not said of the action. */
    private static Step lastOfAll(Action action) {
        return action.log().reversed().stream()
                .filter(line -> line.pod() == null)
                .map(Action.Line::step)
                .findFirst()
                .orElse(Step.REQUESTED);
    }
}
