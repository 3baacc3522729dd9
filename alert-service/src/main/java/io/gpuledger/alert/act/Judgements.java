package io.gpuledger.alert.act;

import io.gpuledger.common.event.AuditEntry;
import io.gpuledger.common.event.AuditEntry.Outcome;
import io.gpuledger.common.event.Via;
import io.gpuledger.common.event.action.ActionTold;
import io.gpuledger.common.event.action.ActionTold.Step;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes down who approved or refused what, and whether it still counted. */
final class Judgements {

    private Judgements() {}

    /**
     * @param before the action as it was; absent where there is none
     * @param heard whether it was still to be said
     */
    static AuditEntry of(ActionTold told, @Nullable Action before, boolean heard) {
        return new AuditEntry(
                told.id(),
                told.at(),
                told.by(),
                Via.REST,
                told.step() == Step.APPROVED ? AuditEntry.Action.ACTION_APPROVE : AuditEntry.Action.ACTION_REFUSE,
                told.action(),
                before == null ? null : Map.of("state", state(before), "action", doing(told)),
                heard ? Map.of("state", told.step().name().toLowerCase(Locale.ROOT), "action", doing(told)) : null,
                heard ? Outcome.DONE : Outcome.REFUSED,
                heard
                        ? Objects.requireNonNullElse(told.detail(), "")
                        : before == null ? "there is no such action" : "the action is " + state(before));
    }

    private static String doing(ActionTold told) {
        return told.order().verb().phrase() + " " + told.order().subject();
    }

    private static String state(Action action) {
        Step ending = action.ending();
        return ending != null
                ? ending.name().toLowerCase(Locale.ROOT)
                : action.isCommanded() ? "commanded" : action.waitsForApproval() ? "waiting" : "noticed";
    }
}
