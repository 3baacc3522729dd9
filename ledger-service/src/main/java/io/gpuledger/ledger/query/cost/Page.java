package io.gpuledger.ledger.query.cost;

import io.gpuledger.common.value.InvalidValue;

/**
 * Which rows of an answer are wanted.
 *
 * @param offset rows left out at the beginning
 * @param limit rows at most
 * @param largestFirst in the order of their cost; else of their groups and windows
 */
public record Page(int offset, int limit, boolean largestFirst) {

    public static final int LIMIT_MAX = 50_000;
    public static final int LIMIT_DEFAULT = 10_000;

    public static final Page FIRST = new Page(0, LIMIT_DEFAULT, false);

    public Page {
        InvalidValue.unless(offset >= 0, "offset", "must not be negative");
        InvalidValue.unless(limit > 0 && limit <= LIMIT_MAX, "limit", "must be from 1 to " + LIMIT_MAX);
    }
}
