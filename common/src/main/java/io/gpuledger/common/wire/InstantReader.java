package io.gpuledger.common.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A time is a text: a number could be seconds or milliseconds, and would be believed either way. What is written as we write
 * it is read by hand, because the JDK builds a formatter for every instant it parses.
 */
final class InstantReader extends StdScalarDeserializer<Instant> {

    private static final String PATTERN = "0000-00-00T00:00:00";
    private static final int FRACTION_DIGITS_MAX = 9;
    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;
    private static final int HOURS = 24;
    private static final long DAY = 24L * HOUR;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        Instant usual = usual(parser.getText());
        return usual == null ? InstantDeserializer.INSTANT.deserialize(parser, context) : usual;
    }

    /** {@code 2026-11-21T08:00:00Z}, with up to nine digits behind the seconds; null for any other text. */
    static @Nullable Instant usual(String text) {
        if (!isUsual(text)) {
            return null;
        }
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour >= HOURS || minute >= MINUTE || second >= MINUTE) {
            return null;
        }
        try {
            long day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10))
                    .toEpochDay();
            return Instant.ofEpochSecond(day * DAY + (long) hour * HOUR + (long) minute * MINUTE + second, nanos(text));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isUsual(String text) {
        int end = text.length() - 1;
        int begin = PATTERN.length();
        if (end < begin || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < begin; i++) {
            boolean wantsDigit = PATTERN.charAt(i) == '0';
            if (wantsDigit ? !isDigit(text.charAt(i)) : text.charAt(i) != PATTERN.charAt(i)) {
                return false;
            }
        }
        return end == begin || isFraction(text, begin, end);
    }

    private static boolean isFraction(String text, int point, int end) {
        int digits = end - point - 1;
        if (text.charAt(point) != '.' || digits < 1 || digits > FRACTION_DIGITS_MAX) {
            return false;
        }
        for (int i = point + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static int nanos(String text) {
        int from = Math.min(PATTERN.length() + 1, text.length() - 1);
        int nanos = number(text, from, text.length() - 1);
        for (int digits = text.length() - 1 - from; digits < FRACTION_DIGITS_MAX; digits++) {
            nanos *= 10;
        }
        return nanos;
    }

    private static int number(String text, int from, int until) {
        int number = 0;
        for (int i = from; i < until; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }
}
