package io.gpuledger.alert.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.alert.alert.Beat;
import io.gpuledger.alert.alert.Fingerprint;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.value.InvalidValue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An alert as clients of Alertmanager post it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record PostedAlert(
        @Nullable Map<String, String> labels,
        @Nullable Map<String, String> annotations,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        @JsonProperty("generatorURL") @Nullable String generatorUrl) {

    /** Clients written in Go send the year 1 for "no time". */
    private static final Instant NO_TIME_BEFORE = Instant.parse("0002-01-01T00:00:00Z");

    /** @param resolveTimeout how long it is believed where it names no end */
    Alert alert(Instant now, Duration resolveTimeout) {
        Instant end = present(endsAt);
        Instant start = present(startsAt);
        if (start == null) {
            start = end != null ? end : now;
        }
        Map<String, String> kept = new TreeMap<>(labels == null ? Map.of() : labels);
        kept.values().removeIf(value -> value == null || value.isEmpty());
        InvalidValue.unless(!kept.isEmpty(), "labels", "needs at least one label that is not empty");
        InvalidValue.unless(
                !Beat.is(kept), "labels." + Alert.NAME, "must not be " + Beat.NAME + ", which is ours alone");
        return new Alert(
                Fingerprint.of(kept),
                kept,
                annotations == null ? Map.of() : annotations,
                now,
                start,
                end != null ? end : later(now.plus(resolveTimeout), start),
                end == null,
                generatorUrl);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static @Nullable Instant present(@Nullable Instant time) {
        return time == null || time.isBefore(NO_TIME_BEFORE) ? null : time;
    }
}
