package io.gpuledger.alert.answer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.gpuledger.alert.ack.Escalation;
import io.gpuledger.alert.ack.Pursuit;
import io.gpuledger.common.event.Ack;
import io.gpuledger.common.event.Via;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A group of which something fires.
 *
 * @param id by which it is acknowledged
 * @param dedupKey by which pagers know it
 * @param lookAt when it is looked at for news
 * @param acknowledged absent while nobody looks after it
 * @param escalation absent where nobody is told besides
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpenGroup(
        String id,
        String receiver,
        String groupKey,
        String dedupKey,
        Map<String, String> labels,
        List<Firing> alerts,
        Instant lookAt,
        @Nullable Acknowledged acknowledged,
        @Nullable Escalated escalation) {

    /** An alert of it. */
    record Firing(String fingerprint, Map<String, String> labels, Instant startsAt) {}

    /** Who looks after it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Acknowledged(
            String by,
            Via via,
            Instant at,
            String comment,
            @Nullable Instant expiresAt) {

        static Acknowledged of(Ack ack) {
            return new Acknowledged(ack.by(), ack.via(), ack.at(), ack.comment(), ack.expiresAt());
        }
    }

    /**
     * Who is told while nobody does.
     *
     * @param told whose turn has come
     * @param next whose turn comes next; absent where nobody is left
     * @param nextAt when; absent while the clock stands still, and before the group was told
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Escalated(
            String name,
            List<String> told,
            @Nullable String next,
            @Nullable Instant nextAt) {

        static @Nullable Escalated of(Escalation escalation, @Nullable Pursuit pursuit) {
            List<String> told = pursuit == null || pursuit.over() ? List.of() : pursuit.told();
            if (escalation.steps().isEmpty() && told.isEmpty()) {
                return null;
            }
            Escalation.Step next = escalation.next(told).orElse(null);
            return next == null
                    ? new Escalated(escalation.name(), told, null, null)
                    : new Escalated(escalation.name(), told, next.receiver(), at(next, pursuit));
        }

        private static @Nullable Instant at(Escalation.Step next, @Nullable Pursuit pursuit) {
            boolean stands = pursuit == null || pursuit.over() || pursuit.heldAt() != null;
            return pursuit == null || stands ? null : pursuit.since().plus(next.after());
        }
    }

    /** Since when the first of its alerts fires. */
    @JsonIgnore
    Instant since() {
        return alerts.stream().map(Firing::startsAt).min(Instant::compareTo).orElse(lookAt);
    }
}
