package io.gpuledger.alert.sink.pagerduty;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.gpuledger.alert.alert.CrossingReader;
import io.gpuledger.common.event.Alert;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import io.gpuledger.common.event.Notification.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v2/enqueue}; its field names and limits are PagerDuty's. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PagerDutyEvent(
        @JsonProperty("routing_key") String routingKey,
        @JsonProperty("event_action") String action,
        @JsonProperty("dedup_key") String dedupKey,
        @Nullable Payload payload,
        @Nullable String client,
        @JsonProperty("client_url") @Nullable String clientUrl,
        @Nullable List<Map<String, String>> links,
        @Nullable List<Map<String, String>> images) {

    static final int SUMMARY_CHARS_MAX = 1_024;

    private static final Map<String, String> SEVERITIES = Map.of("page", "critical", "ticket", "warning");
    private static final int LISTED_MAX = 20;

    /** What a trigger tells. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Payload(
            String summary,
            String source,
            String severity,
            @Nullable String timestamp,
            @Nullable String component,
            @Nullable String group,
            @JsonProperty("class") @Nullable String kind,
            @JsonProperty("custom_details") Map<String, String> details) {}

    /** What the settings say, written for this notification. */
    record Written(
            Map<String, String> texts,
            Map<String, String> details,
            List<Map<String, String>> links,
            List<Map<String, String>> images) {}

    static PagerDutyEvent of(Notification said, String routingKey, Written written) {
        if (said.status() == Status.RESOLVED) {
            return bare(said, routingKey, "resolve");
        }
        if (said.acknowledged() != null) {
            return bare(said, routingKey, "acknowledge");
        }
        return new PagerDutyEvent(
                routingKey,
                "trigger",
                said.dedupKey(),
                payload(said, written.texts(), written.details()),
                written.texts().get("client"),
                written.texts().get("client_url"),
                links(said, written.links()),
                written.images().isEmpty() ? null : written.images());
    }

    /** What is done to an incident that is there. */
    private static PagerDutyEvent bare(Notification said, String routingKey, String action) {
        return new PagerDutyEvent(routingKey, action, said.dedupKey(), null, null, null, null, null);
    }

    /** The runbook first. */
    private static @Nullable List<Map<String, String>> links(Notification said, List<Map<String, String>> more) {
        List<Map<String, String>> links = new ArrayList<>();
        String runbook = said.commonAnnotations().getOrDefault("runbook_url", "");
        if (runbook.startsWith("http")) {
            links.add(Map.of("href", runbook, "text", "Runbook"));
        }
        links.addAll(more);
        return links.isEmpty() ? null : links;
    }

    private static Payload payload(Notification said, Map<String, String> texts, Map<String, String> more) {
        Map<String, String> details = details(said);
        details.putAll(more);
        String severity = said.commonLabels().getOrDefault(Alert.SEVERITY, "");
        return new Payload(
                shortened(summary(said, texts.getOrDefault("description", ""))),
                texts.getOrDefault("source", "gpu-ledger"),
                texts.getOrDefault("severity", SEVERITIES.getOrDefault(severity, "error")),
                firing(said).stream()
                        .map(Told::startsAt)
                        .min(Comparator.naturalOrder())
                        .map(Instant::toString)
                        .orElse(null),
                texts.get("component"),
                texts.get("group"),
                texts.getOrDefault("class", said.commonLabels().get(Alert.NAME)),
                details);
    }

    /** PagerDuty takes no event without one. */
    private static String summary(Notification said, String description) {
        return description.isBlank() ? said.groupKey() : description;
    }

    private static Map<String, String> details(Notification said) {
        Map<String, String> details = new TreeMap<>(said.commonAnnotations());
        details.remove(CrossingReader.PODS);
        details.putAll(said.groupLabels());
        List<Told> firing = firing(said);
        details.put("num_firing", String.valueOf(firing.size()));
        details.put("num_resolved", String.valueOf(said.alerts().size() - firing.size()));
        details.put(
                "firing",
                firing.stream()
                        .limit(LISTED_MAX)
                        .map(told -> told.annotations().getOrDefault("summary", name(told)))
                        .collect(Collectors.joining("\n")));
        return details;
    }

    private static String name(Told told) {
        return told.labels().getOrDefault(Alert.NAME, told.labels().toString());
    }

    private static List<Told> firing(Notification said) {
        return said.alerts().stream()
                .filter(told -> told.status() == Status.FIRING)
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= SUMMARY_CHARS_MAX ? text : text.substring(0, SUMMARY_CHARS_MAX - 1) + "…";
    }
}
