package io.gpuledger.cli.jobs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;

/**
 * How times of a file are written: numbers count seconds from an instant, everything else is ISO 8601 with a zone.
 *
 * @param epoch second 0
 */
public record Times(Instant epoch) {

    private static final int MILLI_DIGITS = 3;
    private static final BigDecimal SECONDS_MAX = new BigDecimal("1e12");
    private static final int CHARS_MAX = 40;

    /** Before it is scaled: an exponent of a thousand million is a number too, and would fill the memory. */
    private static final int SCALE_MAX = 400;

    /** How files say that there is no time: data frames write NaN, Slurm writes Unknown and None. */
    private static final Set<String> NO_TIME = Set.of("nan", "nat", "na", "none", "null", "unknown");

    /**
     * The instant, to the millisecond; finer digits, such as the noise of binary fractions, are rounded half-even.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public Instant read(String text) {
        if (text.length() > CHARS_MAX) {
            throw new IllegalArgumentException("is longer than " + CHARS_MAX + " characters");
        }
        return isNumber(text) ? ofSeconds(text) : ofIso(text);
    }

    /** Whether a text of a file says that it has no time. */
    static boolean isNoTime(String text) {
        return text.isEmpty() || NO_TIME.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isNumber(String text) {
        return text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-.eE".indexOf(c) >= 0);
    }

    private Instant ofSeconds(String text) {
        try {
            BigDecimal seconds = new BigDecimal(text);
            if (Math.abs((long) seconds.scale()) > SCALE_MAX || seconds.abs().compareTo(SECONDS_MAX) > 0) {
                throw new IllegalArgumentException("'" + text + "' is beyond what can be counted in seconds");
            }
            return epoch.plusMillis(seconds.movePointRight(MILLI_DIGITS)
                    .setScale(0, RoundingMode.HALF_EVEN)
                    .longValueExact());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is neither seconds nor an ISO time", e);
        }
    }

    private static Instant ofIso(String text) {
        try {
            Instant exact = OffsetDateTime.parse(text.replace(' ', 'T')).toInstant();
            BigDecimal millis = BigDecimal.valueOf(exact.getNano(), 6).setScale(0, RoundingMode.HALF_EVEN);
            return Instant.ofEpochSecond(exact.getEpochSecond()).plusMillis(millis.longValueExact());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is neither seconds nor an ISO time with a zone, such as 2026-01-01T00:00:00Z", e);
        }
    }
}
