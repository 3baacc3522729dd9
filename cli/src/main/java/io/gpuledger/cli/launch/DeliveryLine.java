package io.gpuledger.cli.launch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A delivery as one line a person can read: time, state, receiver, group, what it is about. */
final class DeliveryLine {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final int SUMMARIES_MAX = 2;
    private static final int CHARS_MAX = 400;

    private DeliveryLine() {}

    /** @param payload as Alertmanager's webhooks have it, version 4 */
    static String of(JsonNode payload, LocalTime now) {
        List<String> parts = new ArrayList<>();
        parts.add(TIME.format(now));
        parts.add(payload.path("status").asText("?").toUpperCase(Locale.ROOT));
        parts.add(payload.path("receiver").asText("?"));
        String group = group(payload.path("groupLabels"));
        if (!group.isEmpty()) {
            parts.add("[" + group + "]");
        }
        parts.add(summaries(payload.path("alerts")));
        return printable(String.join("  ", parts));
    }

    private static String group(JsonNode labels) {
        List<String> pairs = new ArrayList<>();
        labels.properties()
                .forEach(label ->
                        pairs.add(label.getKey() + "=" + label.getValue().asText()));
        return String.join(" ", pairs);
    }

    private static String summaries(JsonNode alerts) {
        List<String> told = new ArrayList<>();
        alerts.forEach(alert -> told.add(summary(alert)));
        List<String> distinct = told.stream().distinct().toList();
        String shown = String.join("; ", distinct.stream().limit(SUMMARIES_MAX).toList());
        int more = distinct.size() - SUMMARIES_MAX;
        return more > 0 ? shown + " (and " + more + " more)" : shown;
    }

    private static String summary(JsonNode alert) {
        String name = alert.path("labels").path("alertname").asText("?");
        String severity = alert.path("labels").path("severity").asText("");
        String text = alert.path("annotations").path("summary").asText("");
        String titled = severity.isEmpty() ? name : severity + " " + name;
        return text.isEmpty() ? titled : titled + ": " + text;
    }

    /** What came over the network must not be able to move the cursor. */
    private static String printable(String line) {
        StringBuilder clean = new StringBuilder();
        line.codePoints()
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .limit(CHARS_MAX)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
