package io.gpuledger.bench.measure;

import org.jspecify.annotations.Nullable;

/**
 * One line of the table.
 *
 * @param measure its letter
 * @param size what it was measured on
 * @param value the figure with its unit
 * @param target what was wanted of it; absent where nothing was
 * @param reached absent where nothing was wanted
 */
public record Row(
        String measure,
        String what,
        String size,
        String value,
        @Nullable String target,
        @Nullable Boolean reached) {

    static Row figure(String measure, String what, String size, String value) {
        return new Row(measure, what, size, value, null, null);
    }

    public String verdict() {
        return reached == null ? "" : reached ? "reached" : "MISSED";
    }
}
