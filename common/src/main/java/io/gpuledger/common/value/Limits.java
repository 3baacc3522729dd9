package io.gpuledger.common.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The bounds every text of an event keeps, wherever it came from. */
public final class Limits {

    public static final int NAME_CHARS_MAX = 256;
    public static final int LABELS_MAX = 64;
    public static final int LABEL_NAME_CHARS_MAX = 128;
    public static final int LABEL_VALUE_CHARS_MAX = 512;

    /** Nothing GPU Ledger is told of happened before. */
    public static final Instant EARLIEST = Instant.EPOCH;

    /** Nor will: beyond this, reckoning in milliseconds and calendar windows has no bounds. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private static final int DECIMALS_MAX = 100;
    private static final int INTEGER_CHARS_MAX = 64;

    private Limits() {}

    /** An instant that is there and within the bounds above. */
    public static Instant instant(String field, @Nullable Instant at) {
        if (at == null) {
            throw new InvalidValue(field, "is required");
        }
        InvalidValue.unless(
                !at.isBefore(EARLIEST) && at.isBefore(LATEST), field, "must be from year 1970 to year 2199");
        return at;
    }

    /** A decimal of at most so many digits before the point: {@code 1e999999999} is short to write and long to reckon. */
    static BigDecimal decimal(String field, BigDecimal number, int digitsMax, String rule) {
        InvalidValue.unless((long) number.precision() - number.scale() <= digitsMax, field, rule);
        InvalidValue.unless(number.scale() <= DECIMALS_MAX, field, "must have at most " + DECIMALS_MAX + " decimals");
        return number;
    }

    /** An integer as written, of at most {@value #INTEGER_CHARS_MAX} characters. */
    static BigInteger integer(String field, String text) {
        InvalidValue.unless(
                text.length() <= INTEGER_CHARS_MAX, field, "must have at most " + INTEGER_CHARS_MAX + " characters");
        try {
            return new BigInteger(text);
        } catch (NumberFormatException e) {
            throw new InvalidValue(field, "must be an integer");
        }
    }

    /** A name that is there, not blank, within its length and without control characters. */
    public static String name(String field, @Nullable String value) {
        InvalidValue.unless(value != null, field, "is required");
        String present = value == null ? "" : value;
        InvalidValue.unless(!present.isBlank(), field, "must not be blank");
        InvalidValue.unless(
                present.length() <= NAME_CHARS_MAX, field, "must have at most " + NAME_CHARS_MAX + " characters");
        InvalidValue.unless(!hasControlCharacters(present), field, "must not contain control characters");
        return present;
    }

    private static boolean hasControlCharacters(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** A name as above where there is one; blank is none. */
    public static @Nullable String optionalName(String field, @Nullable String value) {
        return value == null || value.isBlank() ? null : name(field, value);
    }

    /** Labels in name order, within the bounds above; absent means none. */
    public static SortedMap<String, String> labels(String field, @Nullable Map<String, String> labels) {
        if (labels == null) {
            return new TreeMap<>();
        }
        InvalidValue.unless(labels.size() <= LABELS_MAX, field, "must have at most " + LABELS_MAX + " labels");
        labels.forEach((name, value) -> {
            InvalidValue.unless(
                    !name.isEmpty() && name.length() <= LABEL_NAME_CHARS_MAX,
                    field,
                    "must have names of 1 to " + LABEL_NAME_CHARS_MAX + " characters");
            InvalidValue.unless(
                    value != null && value.length() <= LABEL_VALUE_CHARS_MAX,
                    field + "." + name,
                    "must have a value of at most " + LABEL_VALUE_CHARS_MAX + " characters");
        });
        return new TreeMap<>(labels);
    }
}
