package io.gpuledger.alert.sink.webhook;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import java.util.List;
import java.util.Map;

/** Payload version 4. Field names and forms are Alertmanager's. */
@JsonPropertyOrder({"receiver", "status", "alerts"})
public record WebhookPayload(
        String receiver,
        Status status,
        List<AlertPart> alerts,
        @JsonProperty("notification_reason") String reason,
        Map<String, String> groupLabels,
        Map<String, String> commonLabels,
        Map<String, String> commonAnnotations,
        @JsonProperty("externalURL") String externalUrl,
        String version,
        String groupKey,
        int truncatedAlerts) {

    private static final String NEVER = "0001-01-01T00:00:00Z";

    /** One alert of the payload. */
    public record AlertPart(
            Status status,
            Map<String, String> labels,
            Map<String, String> annotations,
            String startsAt,
            String endsAt,
            @JsonProperty("generatorURL") String generatorUrl,
            String fingerprint) {

        static AlertPart of(Told told) {
            return new AlertPart(
                    told.status(),
                    told.labels(),
                    told.annotations(),
                    told.startsAt().toString(),
                    told.endsAt() == null ? NEVER : told.endsAt().toString(),
                    told.generatorUrl() == null ? "" : told.generatorUrl(),
                    told.fingerprint());
        }
    }

    /** @param alertsMax how many alerts it carries; 0 for all */
    public static WebhookPayload of(Notification said, int alertsMax, String externalUrl) {
        int all = said.alerts().size();
        int carried = alertsMax == 0 ? all : Math.min(all, alertsMax);
        return new WebhookPayload(
                Subject.quoted(said.receiver()),
                said.status(),
                said.alerts().stream().limit(carried).map(AlertPart::of).toList(),
                said.reason(),
                said.groupLabels(),
                said.commonLabels(),
                said.commonAnnotations(),
                externalUrl,
                "4",
                said.groupKey(),
                all - carried + said.omitted());
    }
}
