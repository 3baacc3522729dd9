package io.gpuledger.alert.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.alert.mute.SilenceState;
import io.gpuledger.common.event.Silence;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The forms of the answers. */
final class Views {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Views() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    record ReceiverView(String name) {}

    record StatusView(String state, Set<String> silencedBy, Set<String> inhibitedBy, List<String> mutedBy) {}

    /** Alertmanager's gettableAlert. */
    record AlertView(
            Map<String, String> annotations,
            String endsAt,
            String fingerprint,
            List<ReceiverView> receivers,
            String startsAt,
            StatusView status,
            String updatedAt,
            @JsonProperty("generatorURL") String generatorUrl,
            Map<String, String> labels) {

        /** @param endsAt what is said of an alert without an end */
        static AlertView of(Board.Shown shown, List<String> mutedBy, Instant endsAt) {
            var alert = shown.alert();
            return new AlertView(
                    alert.annotations(),
                    time(alert.endsAt() == null ? endsAt : alert.endsAt()),
                    alert.fingerprint(),
                    shown.receivers().stream().map(ReceiverView::new).toList(),
                    time(alert.startsAt()),
                    new StatusView(
                            shown.isSuppressed() || !mutedBy.isEmpty() ? "suppressed" : "active",
                            shown.silencedBy(),
                            shown.inhibitedBy(),
                            mutedBy),
                    time(alert.at()),
                    alert.generatorUrl() == null ? "" : alert.generatorUrl(),
                    alert.labels());
        }
    }

    /** Alertmanager's gettableSilence. */
    record SilenceView(
            String id,
            SilenceStatus status,
            String updatedAt,
            String comment,
            String createdBy,
            String startsAt,
            String endsAt,
            List<MatcherView> matchers,
            Map<String, String> annotations) {

        static SilenceView of(Silence silence, Instant now) {
            return new SilenceView(
                    silence.id(),
                    new SilenceStatus(SilenceState.of(silence, now).word()),
                    time(silence.at()),
                    silence.comment(),
                    silence.createdBy(),
                    time(silence.startsAt()),
                    time(silence.endsAt()),
                    silence.matchers().stream().map(MatcherView::of).toList(),
                    silence.annotations());
        }
    }

    record SilenceStatus(String state) {}

    /** A condition of a silence. */
    record MatcherView(
            String name,
            String value,
            @JsonProperty("isRegex") boolean regex,
            @JsonProperty("isEqual") boolean equal) {

        static MatcherView of(Silence.Condition condition) {
            return new MatcherView(condition.name(), condition.value(), condition.regex(), condition.equal());
        }
    }

    /** Alertmanager's alertGroup. */
    record GroupView(Map<String, String> labels, ReceiverView receiver, List<AlertView> alerts) {}
}
