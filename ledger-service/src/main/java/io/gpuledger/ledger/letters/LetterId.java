package io.gpuledger.ledger.letters;

import io.gpuledger.common.value.InvalidValue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a letter stands in {@code dead-letters.v1}; {@code 0-4711} in one word. */
public record LetterId(int partition, long offset) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})-(\\d{1,18})");

    /** @param field what the word was given as */
    public static LetterId of(String field, String word) {
        Matcher parts = FORM.matcher(word);
        InvalidValue.unless(parts.matches(), field, "must be PARTITION-OFFSET, such as 0-4711");
        return new LetterId(Integer.parseInt(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    static boolean isOne(String word) {
        return FORM.matcher(word).matches();
    }

    @Override
    public String toString() {
        return partition + "-" + offset;
    }
}
