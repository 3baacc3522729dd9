package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was decided to be said, once, to one integration of one receiver. Names where it goes, never an address or a
 * secret.
 *
 * @param id stable and never used again; travels as the idempotency key
 * @param dedupKey SHA-256 of {@code groupKey} in hex: one group is one incident at the receiver
 * @param integration the kind, {@code webhook} or {@code pagerduty}
 * @param index its place among the receiver's integrations of that kind, from 0
 * @param sequence counts what was said to this integration of this group
 * @param reason why it is said now
 * @param alerts firing ones first; at most {@value #ALERTS_MAX}
 * @param omitted how many more alerts there were
 * @param acknowledged that somebody looks after the group, and nothing else, is what is told; absent otherwise
 */
public record Notification(
        @JsonIgnore(false) String id,
        String dedupKey,
        Instant at,
        String receiver,
        String integration,
        int index,
        String groupKey,
        long sequence,
        Status status,
        String reason,
        Map<String, String> groupLabels,
        Map<String, String> commonLabels,
        Map<String, String> commonAnnotations,
        List<Told> alerts,
        int omitted,
        @Nullable Acknowledged acknowledged)
        implements Event {

    /** No notification carries more; a record of Kafka has its limit too. */
    public static final int ALERTS_MAX = 250;

    /** Of an alert; and of the whole, which is firing while one of its alerts is. */
    public enum Status {
        @JsonProperty("firing")
        FIRING,
        @JsonProperty("resolved")
        RESOLVED
    }

    /** An alert as it was at that moment. */
    public record Told(
            Status status,
            String fingerprint,
            Map<String, String> labels,
            Map<String, String> annotations,
            Instant startsAt,
            @Nullable Instant endsAt,
            @JsonProperty("generatorURL") @Nullable String generatorUrl) {}

    /** Who looks after the group, since when, and why. */
    public record Acknowledged(String by, Instant at, String comment) {}

    public Notification {
        id = Limits.name("id", id);
        at = Limits.instant("at", at);
        InvalidValue.unless(receiver != null, "receiver", "is required");
        InvalidValue.unless(integration != null, "integration", "is required");
        InvalidValue.unless(groupKey != null, "groupKey", "is required");
        InvalidValue.unless(index >= 0, "index", "must not be negative");
        InvalidValue.unless(status != null, "status", "is required");
        groupLabels = groupLabels == null ? Map.of() : new TreeMap<>(groupLabels);
        commonLabels = commonLabels == null ? Map.of() : new TreeMap<>(commonLabels);
        commonAnnotations = commonAnnotations == null ? Map.of() : new TreeMap<>(commonAnnotations);
        alerts = alerts == null ? List.of() : List.copyOf(alerts);
        InvalidValue.unless(alerts.size() <= ALERTS_MAX, "alerts", "must have at most " + ALERTS_MAX + " entries");
        InvalidValue.unless(omitted >= 0, "omitted", "must not be negative");
    }

    /** The same, telling that somebody looks after the group. */
    public Notification asAcknowledgement(Acknowledged who) {
        return new Notification(
                id,
                dedupKey,
                at,
                receiver,
                integration,
                index,
                groupKey,
                sequence,
                status,
                reason,
                groupLabels,
                commonLabels,
                commonAnnotations,
                alerts,
                omitted,
                who);
    }

    @Override
    @JsonIgnore
    public String key() {
        return groupKey;
    }
}
