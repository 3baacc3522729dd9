package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a notification, in the end.
 *
 * @param notification the notification's id
 * @param sequence the notification's sequence
 * @param attempts how often it was tried
 * @param detail the last answer in a few words; nothing secret
 */
public record Delivery(
        String notification,
        Instant at,
        String receiver,
        String integration,
        int index,
        String groupKey,
        long sequence,
        Outcome outcome,
        int attempts,
        @Nullable String detail)
        implements Event {

    /** How it ended. */
    public enum Outcome {
        @JsonProperty("delivered")
        DELIVERED,
        /** The receiver will not have it, however often it is tried. */
        @JsonProperty("rejected")
        REJECTED,
        /** Tried for as long as it was worth. */
        @JsonProperty("gave-up")
        GAVE_UP
    }

    public Delivery {
        notification = Limits.name("notification", notification);
        at = Limits.instant("at", at);
        InvalidValue.unless(outcome != null, "outcome", "is required");
        InvalidValue.unless(attempts >= 0, "attempts", "must not be negative");
    }

    /** What came of it, told of the notification itself. */
    public static Delivery of(
            Notification notification, Instant at, Outcome outcome, int attempts, @Nullable String detail) {
        return new Delivery(
                notification.id(),
                at,
                notification.receiver(),
                notification.integration(),
                notification.index(),
                notification.groupKey(),
                notification.sequence(),
                outcome,
                attempts,
                detail);
    }

    @Override
    @JsonIgnore
    public String id() {
        return notification + "/" + outcome;
    }

    @Override
    @JsonIgnore
    public String key() {
        return notification;
    }
}
