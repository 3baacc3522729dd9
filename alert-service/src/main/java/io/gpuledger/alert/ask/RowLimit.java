package io.gpuledger.alert.ask;

import io.gpuledger.common.value.InvalidValue;

/** How many rows an answer holds at most, as it is asked for in {@code limit}. */
final class RowLimit {

    static final int MAX = 1_000;

    private RowLimit() {}

    static int of(String text) {
        int limit;
        try {
            limit = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong();
        }
        if (limit < 1 || limit > MAX) {
            throw wrong();
        }
        return limit;
    }

    private static InvalidValue wrong() {
        return new InvalidValue("limit", "must be a whole number from 1 to " + MAX);
    }
}
