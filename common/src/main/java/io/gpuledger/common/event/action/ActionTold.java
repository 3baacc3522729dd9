package io.gpuledger.common.event.action;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.event.Event;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step in the life of an action. Steps are only added; together they are its history.
 *
 * @param action the action's id: the same however often the notification that asks for it is delivered
 * @param by who says it: a service, or a person
 * @param detail why, or what came of it
 * @param pod which of several pods it is about; absent where it is about the action as a whole
 * @param terms under which it was asked for; absent in all steps but {@code requested}
 */
public record ActionTold(
        String action,
        Instant at,
        Step step,
        String by,
        @Nullable String detail,
        @Nullable String pod,
        ActionOrder order,
        @Nullable Terms terms)
        implements Event {

    public static final int DETAIL_CHARS_MAX = 1_024;
    public static final int ALERTS_MAX = 1_000;

    /** What can happen to an action. */
    public enum Step {
        @JsonProperty("requested")
        REQUESTED,
        /** It is said when it will be done. */
        @JsonProperty("noticed")
        NOTICED,
        /** For somebody's approval. */
        @JsonProperty("waiting")
        WAITING,
        @JsonProperty("approved")
        APPROVED,
        /** By a person. */
        @JsonProperty("refused")
        REFUSED,
        /** Its cause is over, or somebody takes care of it, or too many were asked for. */
        @JsonProperty("cancelled")
        CANCELLED,
        /** Its time has come: the command is written. */
        @JsonProperty("commanded")
        COMMANDED,
        /** It would have been done. */
        @JsonProperty("dry_run")
        DRY_RUN,
        @JsonProperty("exempt")
        EXEMPT,
        /** Whoever watches the account may not do it. */
        @JsonProperty("not_allowed")
        NOT_ALLOWED,
        @JsonProperty("done")
        DONE,
        /** For good. */
        @JsonProperty("failed")
        FAILED;

        /** Whether nothing follows. */
        public boolean isLast() {
            return switch (this) {
                case REQUESTED, NOTICED, WAITING, APPROVED, COMMANDED -> false;
                case REFUSED, CANCELLED, DRY_RUN, EXEMPT, NOT_ALLOWED, DONE, FAILED -> true;
            };
        }
    }

    /**
     * Under which an action was asked for.
     *
     * @param index the place of the integration among the receiver's actions, from 0
     * @param notification the one that asks for it
     * @param alerts fingerprints of the alerts it answers: when all are over, so is the reason
     * @param severity theirs
     * @param name what the pod is called, where the alert says so
     * @param dueAt not done before
     * @param approval whether somebody must approve it
     * @param expiresAt what nobody has approved by then is cancelled
     * @param exempt why the pod is left alone; absent where nothing is known yet that exempts it
     */
    public record Terms(
            String receiver,
            int index,
            String groupKey,
            String notification,
            List<String> alerts,
            @Nullable String severity,
            @Nullable String name,
            Instant dueAt,
            boolean approval,
            Instant expiresAt,
            @Nullable String exempt) {

        public Terms {
            InvalidValue.unless(receiver != null, "receiver", "is required");
            InvalidValue.unless(groupKey != null, "groupKey", "is required");
            notification = Limits.name("notification", notification);
            alerts = alerts == null ? List.of() : List.copyOf(alerts);
            InvalidValue.unless(
                    !alerts.isEmpty() && alerts.size() <= ALERTS_MAX, "alerts", "must be from 1 to " + ALERTS_MAX);
            dueAt = Limits.instant("dueAt", dueAt);
            expiresAt = Limits.instant("expiresAt", expiresAt);
        }
    }

    public ActionTold {
        action = Limits.name("action", action);
        at = Limits.instant("at", at);
        InvalidValue.unless(step != null, "step", "is required");
        by = Limits.name("by", by);
        detail = detail == null || detail.length() <= DETAIL_CHARS_MAX ? detail : detail.substring(0, DETAIL_CHARS_MAX);
        InvalidValue.unless(order != null, "order", "is required");
        InvalidValue.unless((step == Step.REQUESTED) == (terms != null), "terms", "go with the request only");
    }

    /** A step of the action as a whole. */
    public static ActionTold of(ActionCommand command, Instant at, Step step, String by, String detail) {
        return new ActionTold(command.action(), at, step, by, detail, null, command.order(), null);
    }

    /** The same, about one of several pods. */
    public ActionTold about(String onePod) {
        return new ActionTold(action, at, step, by, detail, onePod, order, terms);
    }

    @Override
    @JsonIgnore
    public String id() {
        return action + "/" + step + (pod == null ? "" : "/" + pod) + "@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return action;
    }
}
