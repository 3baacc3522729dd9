package io.gpuledger.alert.sink.slack;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.wording.Words;
import io.gpuledger.alert.wording.value.Subject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a message is made of, as the routing file says it.
 *
 * @param frame fields of the message itself
 * @param texts fields of its attachment
 * @param fields small tables in it; each has a title, a value and whether it is short
 * @param actions buttons
 */
record SlackMessage(
        Map<String, Words> frame,
        Map<String, Words> texts,
        List<Field> fields,
        List<Action> actions,
        List<String> markdownIn,
        boolean linkNames) {

    private static final int TITLE_CHARS_MAX = 1_024;
    private static final int TEXT_CHARS_MAX = 3_000;
    private static final List<String> FRAME = List.of("channel", "message_text");
    private static final List<String> SHIPPED_FRAME = List.of("username", "icon_emoji", "icon_url");
    private static final List<String> TEXTS = List.of("image_url", "thumb_url");
    private static final List<String> SHIPPED_TEXTS =
            List.of("title", "title_link", "pretext", "text", "fallback", "callback_id", "footer", "color");
    private static final List<String> CONFIRM = List.of("text", "title", "ok_text", "dismiss_text");
    private static final List<String> ACTION = List.of("type", "text", "url", "style", "name", "value");

    record Field(Words title, Words value, boolean isShort) {}

    /** @param confirm what is asked before a button does it; empty where nothing is */
    record Action(Map<String, Words> texts, Map<String, Words> confirm) {}

    static SlackMessage read(Fields fields) {
        Map<String, Words> frame = fields.wordsAmong(FRAME);
        SHIPPED_FRAME.forEach(name -> frame.put(name, fields.words(name, shipped(name))));
        Map<String, Words> texts = fields.wordsAmong(TEXTS);
        SHIPPED_TEXTS.forEach(name -> texts.put(name, fields.words(name, shipped(name))));
        boolean isShort = fields.flag("short_fields", false);
        return new SlackMessage(
                frame,
                texts,
                fields.sections("fields").stream()
                        .map(each -> field(each, isShort))
                        .toList(),
                fields.sections("actions").stream().map(SlackMessage::action).toList(),
                fields.texts("mrkdwn_in"),
                fields.flag("link_names", false));
    }

    private static String shipped(String name) {
        return "{{ template \"slack.default." + name.replace("_", "") + "\" . }}";
    }

    private static Field field(Fields section, boolean isShort) {
        Words title = section.words("title");
        Words value = section.words("value");
        if (title == null || value == null) {
            throw section.refused("title", "missing title or value in Slack field configuration");
        }
        Field field = new Field(title, value, section.flag("short", isShort));
        section.done();
        return field;
    }

    private static Action action(Fields section) {
        Map<String, Words> action = section.wordsAmong(ACTION);
        if (!action.containsKey("type") || !action.containsKey("text")) {
            throw section.refused("type", "missing type or text in Slack action configuration");
        }
        if (!action.containsKey("url") && !action.containsKey("name")) {
            throw section.refused("url", "missing name or url in Slack action configuration");
        }
        Fields asked = section.section("confirm");
        section.done();
        return new Action(action, asked == null ? Map.of() : confirm(asked));
    }

    private static Map<String, Words> confirm(Fields asked) {
        Map<String, Words> confirm = asked.wordsAmong(CONFIRM);
        asked.done();
        if (!confirm.containsKey("text")) {
            throw asked.refused("text", "missing text in Slack confirmation configuration");
        }
        return confirm;
    }

    /** The body of a call. */
    Map<String, Object> of(Subject subject) {
        Map<String, Object> body = new LinkedHashMap<>();
        frame.forEach((name, words) -> putText(body, name.equals("message_text") ? "text" : name, words.of(subject)));
        if (linkNames) {
            body.put("link_names", true);
        }
        Map<String, Object> attachment = new LinkedHashMap<>();
        texts.forEach((name, words) ->
                putText(attachment, name, words.of(subject, name.equals("text") ? TEXT_CHARS_MAX : TITLE_CHARS_MAX)));
        if (!fields.isEmpty()) {
            attachment.put(
                    "fields",
                    fields.stream()
                            .map(field -> Map.of(
                                    "title", field.title().of(subject),
                                    "value", field.value().of(subject),
                                    "short", field.isShort()))
                            .toList());
        }
        if (!actions.isEmpty()) {
            attachment.put("actions", written(subject));
        }
        attachment.put("mrkdwn_in", markdownIn.isEmpty() ? List.of("fallback", "pretext", "text") : markdownIn);
        body.put("attachments", List.of(attachment));
        return body;
    }

    private List<Map<String, Object>> written(Subject subject) {
        List<Map<String, Object>> written = new ArrayList<>();
        for (Action action : actions) {
            Map<String, Object> one = new LinkedHashMap<>(Words.of(action.texts(), subject));
            if (!action.confirm().isEmpty()) {
                one.put("confirm", Words.of(action.confirm(), subject));
            }
            written.add(one);
        }
        return written;
    }

    private static void putText(Map<String, Object> body, String name, String text) {
        if (!text.isEmpty()) {
            body.put(name, text);
        }
    }
}
