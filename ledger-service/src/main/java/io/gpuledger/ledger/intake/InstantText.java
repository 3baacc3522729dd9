package io.gpuledger.ledger.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Reads instants as the system writes them, {@code 2026-11-21T08:00:00.25Z}; any other way of writing is left to the parser. */
final class InstantText {

    private static final String SHAPE = "0000-00-00T00:00:00";
    private static final int SECONDS_A_DAY = 86_400;
    private static final int NANO_DIGITS = 9;

    private InstantText() {}

    static @Nullable Instant read(byte[] text, int from, int until) {
        if (until - from < SHAPE.length() + 1 || text[until - 1] != 'Z' || !hasShape(text, from)) {
            return null;
        }
        int nanos = nanos(text, from + SHAPE.length(), until - 1);
        int hour = digits(text, from + 11, 2);
        int minute = digits(text, from + 14, 2);
        int second = digits(text, from + 17, 2);
        if (nanos < 0 || hour > 23 || minute > 59 || second > 59) {
            return null;
        }
        try {
            long day = LocalDate.of(digits(text, from, 4), digits(text, from + 5, 2), digits(text, from + 8, 2))
                    .toEpochDay();
            return Instant.ofEpochSecond(day * SECONDS_A_DAY + hour * 3_600L + minute * 60L + second, nanos);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean hasShape(byte[] text, int from) {
        for (int i = 0; i < SHAPE.length(); i++) {
            char wanted = SHAPE.charAt(i);
            byte is = text[from + i];
            if (wanted == '0' ? is < '0' || is > '9' : is != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Nothing, or a point and one to nine digits; -1 where it is neither. */
    private static int nanos(byte[] text, int from, int until) {
        if (from == until) {
            return 0;
        }
        int count = until - from - 1;
        if (text[from] != '.' || count < 1 || count > NANO_DIGITS) {
            return -1;
        }
        int nanos = 0;
        for (int i = 1; i <= NANO_DIGITS; i++) {
            byte digit = i <= count ? text[from + i] : (byte) '0';
            if (digit < '0' || digit > '9') {
                return -1;
            }
            nanos = nanos * 10 + digit - '0';
        }
        return nanos;
    }

    private static int digits(byte[] text, int from, int count) {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            number = number * 10 + text[i] - '0';
        }
        return number;
    }
}
