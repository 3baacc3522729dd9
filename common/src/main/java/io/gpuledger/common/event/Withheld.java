package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * An alert of a group is kept quiet from a look on, or by something else than before; told when that changes, not at each
 * look.
 *
 * @param at the look
 * @param reasons all that keeps it quiet; none means that nothing does any more, or that it is over
 */
public record Withheld(
        String fingerprint,
        Instant at,
        String receiver,
        String groupKey,
        Map<String, String> labels,
        List<Reason> reasons)
        implements Event {

    /** What can keep an alert quiet. */
    public enum Kind {
        @JsonProperty("silence")
        SILENCE,
        @JsonProperty("inhibition")
        INHIBITION,
        /** Inside an interval in which the route says nothing. */
        @JsonProperty("mute_time_interval")
        MUTE_TIME_INTERVAL,
        /** Outside all intervals in which the route speaks. */
        @JsonProperty("active_time_interval")
        ACTIVE_TIME_INTERVAL,
        /** Somebody looks after its group: news is told, and nothing is repeated or escalated. */
        @JsonProperty("acknowledged")
        ACKNOWLEDGED
    }

    /** @param by the silence's id, the fingerprint of the alert that inhibits, the interval's name, or who acknowledged */
    public record Reason(Kind kind, String by) {}

    public Withheld {
        fingerprint = Limits.name("fingerprint", fingerprint);
        at = Limits.instant("at", at);
        InvalidValue.unless(receiver != null, "receiver", "is required");
        InvalidValue.unless(groupKey != null, "groupKey", "is required");
        labels = Limits.labels("labels", labels);
        reasons = reasons == null ? List.of() : List.copyOf(reasons);
    }

    @Override
    @JsonIgnore
    public String id() {
        return fingerprint + "@" + at.toEpochMilli() + "/" + receiver + "/" + groupKey;
    }

    @Override
    @JsonIgnore
    public String key() {
        return fingerprint;
    }
}
