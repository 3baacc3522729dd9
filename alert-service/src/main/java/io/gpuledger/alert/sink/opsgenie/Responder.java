package io.gpuledger.alert.sink.opsgenie;

import io.gpuledger.alert.settings.Fields;
import io.gpuledger.alert.wording.Words;
import io.gpuledger.alert.wording.value.Subject;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who is called: each has a type, and an id, a name or a user name. */
record Responder(Map<String, Words> fields) {

    private static final List<String> NAMES = List.of("id", "name", "username");
    private static final String TYPES = "team|teams|user|escalation|schedule";

    static Responder read(Fields section) {
        Map<String, Words> fields = section.wordsAmong(NAMES);
        Words type = section.words("type");
        section.done();
        if (fields.isEmpty()) {
            throw section.refused("id", "a responder has to have at least one of id, username or name");
        }
        if (type == null || !isType(type.toString())) {
            throw section.refused("type", "type of a responder must be one of " + TYPES);
        }
        fields.put("type", type);
        return new Responder(Map.copyOf(fields));
    }

    private static boolean isType(String type) {
        return type.contains("{{") || type.toLowerCase(Locale.ROOT).matches(TYPES);
    }

    Map<String, String> written(Subject subject) {
        Map<String, String> written = Words.of(fields, subject);
        written.replaceAll((name, text) -> name.equals("type") ? text.toLowerCase(Locale.ROOT) : text);
        return written;
    }
}
