package io.gpuledger.alert.sink.ticket.jira;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Reply;
import io.gpuledger.alert.sink.ticket.Step;
import io.gpuledger.alert.sink.ticket.Step.Done;
import io.gpuledger.alert.sink.ticket.Step.Ended;
import io.gpuledger.alert.sink.ticket.Tracker;
import io.gpuledger.common.wire.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One issue for each group, under a label that Alertmanager uses too. */
final class JiraTracker implements Tracker {

    private final JiraSettings settings;
    private final Outside outside;

    JiraTracker(JiraSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Step<String> find(String key) throws InterruptedException, IOException {
        String query =
                "statusCategory != Done and project=\"" + settings.project().replace("\"", "\\\"") + "\" and labels=\""
                        + label(key) + "\" order by status ASC,resolutiondate DESC";
        Reply reply = call(
                "POST",
                settings.cloud() ? "/search/jql" : "/search",
                Map.of("jql", query, "fields", List.of("status"), "maxResults", 2));
        return Step.of(reply, reply.json().path("issues").path(0).path("key").asText(""));
    }

    @Override
    public Step<String> create(Draft draft) throws InterruptedException, IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, String> field : settings.fields().entrySet()) {
            fields.put(field.getKey(), json(field.getValue()));
        }
        List<String> labels = new ArrayList<>();
        settings.labels().forEach(label -> labels.add(label.of(draft.subject()).replaceAll("\\s+", "-")));
        labels.add(label(draft.key()));
        fields.put("project", Map.of("key", settings.project()));
        fields.put("issuetype", Map.of("name", settings.issueType()));
        fields.put("summary", draft.title());
        fields.put("description", document(draft.body()));
        fields.put("labels", labels);
        String priority = settings.priority().of(draft.subject()).strip();
        if (!priority.isEmpty()) {
            fields.put("priority", Map.of("name", priority));
        }
        Reply reply = call("POST", "/issue", Map.of("fields", fields));
        String key = reply.json().path("key").asText("");
        return reply.isDelivered() && key.isEmpty()
                ? new Ended<>(new Answer.Retry("no key in the answer", null))
                : Step.of(reply, key);
    }

    @Override
    public Step<Standing> standing(String reference) throws InterruptedException, IOException {
        Reply reply = call("GET", "/issue/" + reference + "?fields=status,resolution", null);
        if (reply.status() == 404) {
            return new Done<>(Standing.GONE);
        }
        JsonNode fields = reply.json().path("fields");
        if (!fields.at("/status/statusCategory/key").asText().equals("done")) {
            return Step.of(reply, Standing.OPEN);
        }
        String resolution = fields.at("/resolution/name").asText();
        boolean unwanted = resolution.equals(settings.transitions().unwanted());
        return Step.of(reply, unwanted ? Standing.UNWANTED : Standing.CLOSED);
    }

    @Override
    public Step<Boolean> comment(String reference, String text) throws InterruptedException, IOException {
        return Step.of(call("POST", "/issue/" + reference + "/comment", Map.of("body", document(text))), true);
    }

    @Override
    public Step<Boolean> close(String reference, String text) throws InterruptedException, IOException {
        String transition = settings.transitions().resolve();
        if (transition == null) {
            return new Done<>(false);
        }
        Step<Boolean> told = comment(reference, text);
        return told instanceof Ended<Boolean> ? told : move(reference, transition);
    }

    @Override
    public Step<Boolean> reopen(String reference) throws InterruptedException, IOException {
        String transition = settings.transitions().reopen();
        return transition == null ? new Done<>(false) : move(reference, transition);
    }

    /** A transition that is not offered has been made already, by us or by somebody else. */
    private Step<Boolean> move(String reference, String transition) throws InterruptedException, IOException {
        String path = "/issue/" + reference + "/transitions";
        Reply offered = call("GET", path, null);
        if (!offered.isDelivered()) {
            return new Ended<>(offered.answer());
        }
        for (JsonNode each : offered.json().path("transitions")) {
            if (each.path("name").asText().equalsIgnoreCase(transition)) {
                Map<String, ?> wanted =
                        Map.of("transition", Map.of("id", each.path("id").asText()));
                return Step.of(call("POST", path, wanted), true);
            }
        }
        return new Done<>(true);
    }

    /** Its index lags behind. */
    @Override
    public boolean isSlowToFind() {
        return true;
    }

    private static String label(String key) {
        return "ALERT{" + key + "}";
    }

    private Object document(String text) {
        if (!settings.documents()) {
            return text;
        }
        List<Map<String, ?>> paragraphs = text.lines()
                .filter(line -> !line.isBlank())
                .<Map<String, ?>>map(
                        line -> Map.of("type", "paragraph", "content", List.of(Map.of("type", "text", "text", line))))
                .toList();
        return Map.of("type", "doc", "version", 1, "content", paragraphs);
    }

    private static JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("it was JSON when it was read", e);
        }
    }

    private Reply call(String method, String path, @Nullable Map<String, ?> body)
            throws InterruptedException, IOException {
        String address = settings.api() + path;
        return outside.http()
                .call(
                        body == null
                                ? Call.get(address, settings.http())
                                : Call.json(method, address, settings.http(), body));
    }
}
