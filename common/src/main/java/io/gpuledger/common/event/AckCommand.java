package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to acknowledge a group of alerts, or to take that back.
 *
 * @param command its id; what comes of it names it
 * @param group the id of the group, as in its ack
 * @param by who wants it, as far as it is known
 * @param via how it came
 * @param comment why; may be empty
 * @param expiresAt when the acknowledgement ends by itself; absent means when its alerts are resolved
 */
public record AckCommand(
        String command,
        Instant at,
        String group,
        Action action,
        String by,
        Via via,
        String comment,
        @Nullable Instant expiresAt)
        implements Event {

    public static final int COMMENT_CHARS_MAX = 4_096;

    /** What is wanted. */
    public enum Action {
        @JsonProperty("acknowledge")
        ACKNOWLEDGE,
        @JsonProperty("withdraw")
        WITHDRAW
    }

    public AckCommand {
        command = Limits.name("command", command);
        at = Limits.instant("at", at);
        group = Limits.name("group", group);
        InvalidValue.unless(action != null, "action", "is required");
        by = Limits.name("by", by);
        InvalidValue.unless(via != null, "via", "is required");
        comment = comment == null ? "" : comment;
        InvalidValue.unless(
                comment.length() <= COMMENT_CHARS_MAX,
                "comment",
                "must have at most " + COMMENT_CHARS_MAX + " characters");
        expiresAt = expiresAt == null ? null : Limits.instant("expiresAt", expiresAt);
    }

    @Override
    @JsonIgnore
    public String id() {
        return command;
    }

    @Override
    @JsonIgnore
    public String key() {
        return group;
    }
}
