package io.gpuledger.alert.ask;

import io.gpuledger.alert.journal.History;
import io.gpuledger.common.event.Delivery;
import io.gpuledger.common.event.Notification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was said, and what came of it.
 *
 * @param alerts the first of them
 * @param omitted how many more there were
 * @param outcome {@code pending}, {@code delivered}, {@code rejected} or {@code gave-up}
 */
record NotificationView(
        String id,
        Instant at,
        String receiver,
        String integration,
        int index,
        String groupKey,
        Map<String, String> groupLabels,
        Notification.Status status,
        String reason,
        List<Notification.Told> alerts,
        int omitted,
        String outcome,
        @Nullable Instant outcomeAt,
        int attempts,
        @Nullable String detail) {

    static NotificationView of(History.Entry entry) {
        Notification said = entry.notification();
        Delivery delivery = entry.delivery();
        return new NotificationView(
                said.id(),
                said.at(),
                said.receiver(),
                said.integration(),
                said.index(),
                said.groupKey(),
                said.groupLabels(),
                said.status(),
                said.reason(),
                said.alerts(),
                said.omitted(),
                outcome(delivery),
                delivery == null ? null : delivery.at(),
                delivery == null ? 0 : delivery.attempts(),
                delivery == null ? null : delivery.detail());
    }

    static String outcome(@Nullable Delivery delivery) {
        if (delivery == null) {
            return "pending";
        }
        return switch (delivery.outcome()) {
            case DELIVERED -> "delivered";
            case REJECTED -> "rejected";
            case GAVE_UP -> "gave-up";
        };
    }
}
