package io.gpuledger.alert.ask;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.alert.journal.History;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Withheld;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decisions as they are answered. */
final class Moments {

    private Moments() {}

    /** What was decided. */
    enum Decision {
        /** It was told. */
        @JsonProperty("told")
        TOLD,
        /** It is kept quiet from here on, or by something else than before. */
        @JsonProperty("withheld")
        WITHHELD,
        /** Nothing keeps it quiet any more, or it is over. */
        @JsonProperty("released")
        RELEASED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** An alert it was about. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record About(String fingerprint, Map<String, String> labels, Notification.@Nullable Status status) {}

    /**
     * One decision.
     *
     * @param why the reason it was told
     * @param reasons all that keeps it quiet
     * @param notification the id of what was told
     * @param outcome what came of it: {@code pending}, {@code delivered}, {@code rejected} or {@code gave-up}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Moment(
            Instant at,
            Decision decision,
            String receiver,
            @Nullable String integration,
            String groupKey,
            @Nullable String why,
            List<Withheld.Reason> reasons,
            List<About> alerts,
            int omitted,
            @Nullable String notification,
            @Nullable String outcome,
            @Nullable Instant outcomeAt,
            @Nullable Integer attempts,
            @Nullable String detail) {}

    static Moment of(History.Entry entry) {
        Notification said = entry.notification();
        Delivery delivery = entry.delivery();
        return new Moment(
                said.at(),
                Decision.TOLD,
                said.receiver(),
                said.integration() + "/" + said.index(),
                said.groupKey(),
                said.reason(),
                List.of(),
                said.alerts().stream()
                        .map(alert -> new About(alert.fingerprint(), alert.labels(), alert.status()))
                        .toList(),
                said.omitted(),
                said.id(),
                NotificationView.outcome(delivery),
                delivery == null ? null : delivery.at(),
                delivery == null ? null : delivery.attempts(),
                delivery == null ? null : delivery.detail());
    }

    static Moment of(Withheld withheld) {
        return new Moment(
                withheld.at(),
                withheld.reasons().isEmpty() ? Decision.RELEASED : Decision.WITHHELD,
                withheld.receiver(),
                null,
                withheld.groupKey(),
                null,
                withheld.reasons(),
                List.of(new About(withheld.fingerprint(), withheld.labels(), null)),
                0,
                null,
                null,
                null,
                null,
                null);
    }
}
