package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody changed, or wanted to change, who is told, what is done, or the configuration, or wrote dead letters back: never edited, only added to.
 *
 * @param entry its id
 * @param by who it was, as far as it is known
 * @param object what it was about: a silence's, a group's or an action's id, {@code routing}, a resource such as
 *     {@code budget/ml}, {@code dead-letter/0-4711}, or {@code dead-letters} where it was many
 * @param before what was; absent where nothing was, or where it is the same
 * @param after what is from now on; absent where nothing is, or where it is the same
 * @param reason why, in a line: the comment, or why it was refused
 */
public record AuditEntry(
        String entry,
        Instant at,
        String by,
        Via via,
        Action action,
        String object,
        @Nullable Map<String, Object> before,
        @Nullable Map<String, Object> after,
        Outcome outcome,
        String reason)
        implements Event {

    public static final int REASON_CHARS_MAX = 4_096;

    /** What was done. */
    public enum Action {
        @JsonProperty("silence.create")
        SILENCE_CREATE,
        @JsonProperty("silence.update")
        SILENCE_UPDATE,
        @JsonProperty("silence.expire")
        SILENCE_EXPIRE,
        @JsonProperty("ack.acknowledge")
        ACK_ACKNOWLEDGE,
        @JsonProperty("ack.withdraw")
        ACK_WITHDRAW,
        /** It ended by itself. */
        @JsonProperty("ack.end")
        ACK_END,
        @JsonProperty("routing.reload")
        ROUTING_RELOAD,
        @JsonProperty("action.approve")
        ACTION_APPROVE,
        @JsonProperty("action.refuse")
        ACTION_REFUSE,
        /** A dead letter was, or was not to be, written back to its topic. */
        @JsonProperty("letter.replay")
        LETTER_REPLAY,
        /** A budget, a rule or whatever else is a resource; these are read from {@code config-decisions.v1}. */
        @JsonProperty("config.change")
        CONFIG_CHANGE;

        /** As it is written. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '.');
        }
    }

    /** What came of it. */
    public enum Outcome {
        @JsonProperty("done")
        DONE,
        /** It was so already. */
        @JsonProperty("unchanged")
        UNCHANGED,
        @JsonProperty("refused")
        REFUSED
    }

    public AuditEntry {
        entry = Limits.name("entry", entry);
        at = Limits.instant("at", at);
        by = Limits.name("by", by);
        InvalidValue.unless(via != null, "via", "is required");
        InvalidValue.unless(action != null, "action", "is required");
        object = Limits.name("object", object);
        before = before == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = after == null ? null : Collections.unmodifiableMap(new LinkedHashMap<>(after));
        InvalidValue.unless(outcome != null, "outcome", "is required");
        reason = reason == null ? "" : reason;
        reason = reason.length() <= REASON_CHARS_MAX ? reason : reason.substring(0, REASON_CHARS_MAX);
    }

    @Override
    @JsonIgnore
    public String id() {
        return entry;
    }

    @Override
    @JsonIgnore
    public String key() {
        return object;
    }
}
