package io.gpuledger.common.value;

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

    private Limits() {}

    /** A name that is there, not blank, within its length and without control characters. */
    public static String name(String field, @Nullable String value) {
        InvalidValue.unless(value != null, field, "is required");
        String present = value == null ? "" : value;
        InvalidValue.unless(!present.isBlank(), field, "must not be blank");
        InvalidValue.unless(
                present.length() <= NAME_CHARS_MAX, field, "must have at most " + NAME_CHARS_MAX + " characters");
        InvalidValue.unless(
                present.chars().noneMatch(Character::isISOControl), field, "must not contain control characters");
        return present;
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
