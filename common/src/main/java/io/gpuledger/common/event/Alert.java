package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an alert: a condition somebody may have to be told of, from when and until when it holds.
 *
 * @param fingerprint the identity of its labels, 16 hex digits (FNV-1a-64 as Alertmanager computes it)
 * @param at when this was told
 * @param endsAt when it ended, or when it ends by itself; absent while it holds with no end in sight
 * @param endAssumed true where {@code endsAt} is only how long the teller is believed without a further word
 */
public record Alert(
        String fingerprint,
        Map<String, String> labels,
        Map<String, String> annotations,
        Instant at,
        Instant startsAt,
        @Nullable Instant endsAt,
        boolean endAssumed,
        @JsonProperty("generatorURL") @Nullable String generatorUrl)
        implements Event {

    public static final String NAME = "alertname";
    public static final String SEVERITY = "severity";
    public static final int ANNOTATION_CHARS_MAX = 4_096;
    public static final int URL_CHARS_MAX = 2_048;

    public Alert {
        fingerprint = Limits.name("fingerprint", fingerprint);
        labels = Limits.labels("labels", labels);
        InvalidValue.unless(!labels.isEmpty(), "labels", "needs at least one label");
        annotations = annotations == null ? Map.of() : new TreeMap<>(annotations);
        InvalidValue.unless(
                annotations.size() <= Limits.LABELS_MAX,
                "annotations",
                "must have at most " + Limits.LABELS_MAX + " entries");
        InvalidValue.unless(
                annotations.keySet().stream().allMatch(name -> name.length() <= Limits.LABEL_NAME_CHARS_MAX),
                "annotations",
                "must have names of at most " + Limits.LABEL_NAME_CHARS_MAX + " characters");
        InvalidValue.unless(
                generatorUrl == null || generatorUrl.length() <= URL_CHARS_MAX,
                "generatorUrl",
                "must have at most " + URL_CHARS_MAX + " characters");
        InvalidValue.unless(
                annotations.values().stream().allMatch(text -> text.length() <= ANNOTATION_CHARS_MAX),
                "annotations",
                "must have values of at most " + ANNOTATION_CHARS_MAX + " characters");
        at = Limits.instant("at", at);
        startsAt = Limits.instant("startsAt", startsAt);
        InvalidValue.unless(endsAt == null || !endsAt.isBefore(startsAt), "endsAt", "must not be before startsAt");
    }

    public boolean isResolvedAt(Instant now) {
        return endsAt != null && !endsAt.isAfter(now);
    }

    @Override
    @JsonIgnore
    public String id() {
        return fingerprint + "@" + at.toEpochMilli() + (isResolvedAt(at) ? "/resolved" : "/firing");
    }

    @Override
    @JsonIgnore
    public String key() {
        return fingerprint;
    }
}
