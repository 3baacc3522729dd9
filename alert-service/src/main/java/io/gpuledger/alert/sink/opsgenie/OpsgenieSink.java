package io.gpuledger.alert.sink.opsgenie;

import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Reply;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.wording.Words;
import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.common.event.Notification;
import io.gpuledger.common.event.Notification.Status;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes and closes alerts, by an alias that is the group's: Opsgenie counts a second one up instead of making it. */
final class OpsgenieSink implements Sink {

    private static final int MESSAGE_CHARS_MAX = 130;
    private static final int DESCRIPTION_CHARS_MAX = 15_000;
    private static final int DETAILS_CHARS_MAX = 8_000;
    private static final int TAGS_MAX = 20;
    private static final int USER_CHARS_MAX = 100;
    private static final int TAG_CHARS_MAX = 50;

    private final OpsgenieSettings settings;
    private final Outside outside;

    OpsgenieSink(OpsgenieSettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException, IOException {
        Subject subject = outside.subject(notification);
        String alerts = settings.url() + "v2/alerts";
        String alias = alerts + "/" + notification.dedupKey();
        String source = written("source", subject);
        if (notification.status() == Status.RESOLVED) {
            return call("POST", alias + "/close?identifierType=alias", Map.of("source", source))
                    .answer();
        }
        Notification.Acknowledged who = notification.acknowledged();
        if (who != null) {
            Map<String, String> body = Map.of("source", source, "user", Words.cut(who.by(), USER_CHARS_MAX));
            return call("POST", alias + "/acknowledge?identifierType=alias", body)
                    .answer();
        }
        Reply made = call("POST", alerts, alert(notification, subject, source));
        if (!made.isDelivered() || !settings.updates()) {
            return made.answer();
        }
        Reply message = call(
                "PUT", alias + "/message?identifierType=alias", Map.of("message", message(subject), "source", source));
        if (!message.isDelivered()) {
            return message.answer();
        }
        return call(
                        "PUT",
                        alias + "/description?identifierType=alias",
                        Map.of("description", description(subject), "source", source))
                .answer();
    }

    private Reply call(String method, String address, Map<String, ?> body) throws InterruptedException, IOException {
        Call call = Call.json(method, address, settings.http(), body)
                .with("Authorization", "GenieKey " + settings.key().read());
        return outside.http().call(call);
    }

    private Map<String, Object> alert(Notification notification, Subject subject, String source) {
        Map<String, Object> alert = new LinkedHashMap<>();
        alert.put("alias", notification.dedupKey());
        alert.put("message", message(subject));
        alert.put("description", description(subject));
        alert.put("source", source);
        alert.put("details", details(notification, subject));
        putList(alert, "tags", subject, TAGS_MAX);
        putList(alert, "actions", subject, TAGS_MAX);
        for (String name : List.of("priority", "entity", "note")) {
            String text = written(name, subject);
            if (!text.isEmpty()) {
                alert.put(name, text);
            }
        }
        if (!settings.responders().isEmpty()) {
            alert.put(
                    "responders",
                    settings.responders().stream()
                            .map(each -> each.written(subject))
                            .toList());
        }
        return alert;
    }

    private void putList(Map<String, Object> alert, String name, Subject subject, int max) {
        List<String> items = Arrays.stream(written(name, subject).split(","))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .map(item -> Words.cut(item, TAG_CHARS_MAX))
                .limit(max)
                .toList();
        if (!items.isEmpty()) {
            alert.put(name, items);
        }
    }

    /** The common labels, and what the file adds; as many as Opsgenie takes. */
    private Map<String, String> details(Notification notification, Subject subject) {
        Map<String, String> all = new LinkedHashMap<>();
        settings.details().forEach((name, words) -> all.put(name, words.of(subject)));
        notification.commonLabels().forEach(all::putIfAbsent);
        Map<String, String> fitting = new LinkedHashMap<>();
        int chars = 0;
        for (Map.Entry<String, String> each : all.entrySet()) {
            chars += each.getKey().length() + each.getValue().length();
            if (chars <= DETAILS_CHARS_MAX) {
                fitting.put(each.getKey(), each.getValue());
            }
        }
        return fitting;
    }

    private String message(Subject subject) {
        return Words.cut(written("message", subject), MESSAGE_CHARS_MAX);
    }

    private String description(Subject subject) {
        return Words.cut(written("description", subject), DESCRIPTION_CHARS_MAX);
    }

    private String written(String name, Subject subject) {
        Words words = settings.texts().get(name);
        return words == null ? "" : words.of(subject);
    }
}
