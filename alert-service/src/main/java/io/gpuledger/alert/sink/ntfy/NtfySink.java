package io.gpuledger.alert.sink.ntfy;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gpuledger.alert.settings.Secret;
import io.gpuledger.alert.sink.Answer;
import io.gpuledger.alert.sink.Call;
import io.gpuledger.alert.sink.Outside;
import io.gpuledger.alert.sink.Sink;
import io.gpuledger.alert.wording.Words;
import io.gpuledger.alert.wording.value.Subject;
import io.gpuledger.common.event.Notification;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Publishes a message. ntfy takes nothing back: the end is a message of its own. */
final class NtfySink implements Sink {

    private static final int TITLE_CHARS_MAX = 250;
    private static final int MESSAGE_BYTES_MAX = 4_096;
    private static final int PRIORITY_MAX = 5;

    private final NtfySettings settings;
    private final Outside outside;

    NtfySink(NtfySettings settings, Outside outside) {
        this.settings = settings;
        this.outside = outside;
    }

    @Override
    public Answer send(Notification notification) throws InterruptedException, IOException {
        Call call = Call.post(settings.url(), settings.http(), message(notification));
        Secret token = settings.token();
        return outside.http()
                .call(token == null ? call : call.with("Authorization", "Bearer " + token.read()))
                .answer();
    }

    private Map<String, Object> message(Notification notification) throws IOException {
        Subject subject = outside.subject(notification);
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("topic", settings.topic().read());
        message.put("title", Words.cut(written("title", subject), TITLE_CHARS_MAX));
        message.put("message", fitting(written("message", subject)));
        String priority = written("priority", subject).strip();
        if (priority.matches("[1-" + PRIORITY_MAX + "]")) {
            message.put("priority", Integer.parseInt(priority));
        }
        List<String> tags = Arrays.stream(written("tags", subject).split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .toList();
        message.put("tags", tags);
        String click = written("click", subject);
        if (click.startsWith("http")) {
            message.put("click", click);
        }
        String runbook = notification.commonAnnotations().getOrDefault("runbook_url", "");
        if (runbook.startsWith("http")) {
            message.put("actions", List.of(Map.of("action", "view", "label", "Runbook", "url", runbook)));
        }
        return message;
    }

    private static String fitting(String text) {
        String fitting = text;
        while (fitting.getBytes(UTF_8).length > MESSAGE_BYTES_MAX) {
            int over = fitting.getBytes(UTF_8).length - MESSAGE_BYTES_MAX;
            fitting = Words.cut(fitting, fitting.length() - Math.max(1, over / 3));
        }
        return fitting;
    }

    private String written(String name, Subject subject) {
        return Objects.requireNonNull(settings.texts().get(name)).of(subject);
    }
}
