package io.gpuledger.ledger.api.letters;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.ledger.letters.LetterFilter;
import io.gpuledger.ledger.letters.LetterId;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The query parameters of a question about dead letters; any other is refused by name. */
final class LetterParameters {

    private static final int TEXT_CHARS_MAX = 256;

    private final MultivaluedMap<String, String> given;

    LetterParameters(MultivaluedMap<String, String> given, Set<String> known) {
        this.given = given;
        given.forEach((name, values) -> {
            InvalidValue.unless(known.contains(name), name, "is not a parameter");
            InvalidValue.unless(values.size() == 1, name, "must be given once");
        });
    }

    LetterFilter filter() {
        return new LetterFilter(text("topic"), text("reason"), instant("from"), instant("to"));
    }

    @Nullable LetterId letter(String name) {
        String word = given.getFirst(name);
        return word == null ? null : LetterId.of(name, word);
    }

    int limit(int usual, int max) {
        String text = given.getFirst("limit");
        if (text == null) {
            return usual;
        }
        InvalidValue.unless(
                text.matches("[0-9]{1,6}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= max,
                "limit",
                "must be from 1 to " + max);
        return Integer.parseInt(text);
    }

    boolean flag(String name) {
        String word = given.getFirst(name);
        InvalidValue.unless(word == null || word.equals("true") || word.equals("false"), name, "must be true or false");
        return "true".equals(word);
    }

    private @Nullable String text(String name) {
        String text = given.getFirst(name);
        InvalidValue.unless(
                text == null || text.length() <= TEXT_CHARS_MAX,
                name,
                "must have at most " + TEXT_CHARS_MAX + " characters");
        return text;
    }

    private @Nullable Instant instant(String name) {
        String text = given.getFirst(name);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new InvalidValue(name, "must be an instant such as 2026-11-21T08:00:00Z");
        }
    }
}
