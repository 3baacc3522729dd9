package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looks after a group of alerts: while that holds the group is neither repeated nor escalated. The last one of a
 * {@code group} is true.
 *
 * @param group the id of the group, 16 hex digits of the SHA-256 of its receiver and key
 * @param at since when it is so
 * @param command the id of the command it came of; of one that ended by itself the one it began with
 * @param state what holds from then on
 * @param by who acknowledged
 * @param expiresAt when it ends by itself; absent means when its alerts are resolved
 * @param alerts fingerprints of those that were firing; it ends when all of them are resolved
 */
public record Ack(
        String group,
        Instant at,
        String command,
        String receiver,
        String groupKey,
        State state,
        String by,
        Via via,
        String comment,
        @Nullable Instant expiresAt,
        Set<String> alerts)
        implements Event {

    /** Whether it holds, or why it does no more. */
    public enum State {
        @JsonProperty("acknowledged")
        ACKNOWLEDGED,
        @JsonProperty("withdrawn")
        WITHDRAWN,
        @JsonProperty("expired")
        EXPIRED,
        /** Every alert it was about is resolved, or its group is no more. */
        @JsonProperty("over")
        OVER
    }

    public Ack {
        group = Limits.name("group", group);
        at = Limits.instant("at", at);
        command = Limits.name("command", command);
        InvalidValue.unless(receiver != null, "receiver", "is required");
        InvalidValue.unless(groupKey != null, "groupKey", "is required");
        InvalidValue.unless(state != null, "state", "is required");
        by = Limits.name("by", by);
        InvalidValue.unless(via != null, "via", "is required");
        comment = comment == null ? "" : comment;
        alerts = alerts == null ? new TreeSet<>() : new TreeSet<>(alerts);
    }

    @JsonIgnore
    public boolean isInForce() {
        return state == State.ACKNOWLEDGED;
    }

    /** The same, no more in force. */
    public Ack ended(State why, Instant when, String endedByCommand) {
        return new Ack(group, when, endedByCommand, receiver, groupKey, why, by, via, comment, expiresAt, alerts);
    }

    @Override
    @JsonIgnore
    public String id() {
        return group + "@" + at.toEpochMilli() + "/" + state;
    }

    @Override
    @JsonIgnore
    public String key() {
        return group;
    }
}
