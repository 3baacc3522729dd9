package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an integration has made of a group at its receiver, and what it needs to find it again: a ticket's number, a
 * message's place. The last one of a key holds.
 *
 * @param at when this was noted
 * @param dedupKey the group's, as in its notifications
 * @param reference the receiver's own name of what was made; absent in an intent
 * @param notification the last one it was told; an intent's is the one it is about to be made for
 */
public record Receipt(
        Instant at,
        String receiver,
        String integration,
        int index,
        String dedupKey,
        State state,
        @Nullable String reference,
        String notification)
        implements Event {

    public static final int REFERENCE_CHARS_MAX = 512;

    /** How far it is. */
    public enum State {
        /** About to be made: whether it was is not known if this is the last word. */
        @JsonProperty("intended")
        INTENDED,
        /** There, and about something that holds. */
        @JsonProperty("open")
        OPEN,
        /** There, and about something that is over. */
        @JsonProperty("closed")
        CLOSED
    }

    public Receipt {
        at = Limits.instant("at", at);
        InvalidValue.unless(receiver != null, "receiver", "is required");
        InvalidValue.unless(integration != null, "integration", "is required");
        InvalidValue.unless(index >= 0, "index", "must not be negative");
        dedupKey = Limits.name("dedupKey", dedupKey);
        InvalidValue.unless(state != null, "state", "is required");
        InvalidValue.unless(
                reference == null || reference.length() <= REFERENCE_CHARS_MAX,
                "reference",
                "must have at most " + REFERENCE_CHARS_MAX + " characters");
        notification = Limits.name("notification", notification);
    }

    /** Of what was made for a notification. */
    public static Receipt of(Notification said, Instant at, State state, @Nullable String reference) {
        return new Receipt(
                at, said.receiver(), said.integration(), said.index(), said.dedupKey(), state, reference, said.id());
    }

    /** Under which the receipt of a notification's group is found. */
    public static String keyOf(Notification said) {
        return key(said.receiver(), said.integration(), said.index(), said.dedupKey());
    }

    private static String key(String receiver, String integration, int index, String dedupKey) {
        return receiver + "|" + integration + "|" + index + "|" + dedupKey;
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "/" + notification + "/" + state;
    }

    @Override
    @JsonIgnore
    public String key() {
        return key(receiver, integration, index, dedupKey);
    }
}
