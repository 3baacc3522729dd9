package io.gpuledger.ledger.books.line;

import java.util.Arrays;

/** Sums of a chunk's first rows, one for every {@value #STRIDE} of them, so that a sum up to any row has few terms. */
final class Marks {

    static final int STRIDE = 16;

    private static final Sums[] NONE = {};

    private Sums[] marks = NONE;

    /** Sums again what a change of a row, and of those after it, left wrong. */
    void redo(int row, Chunk chunk) {
        int count = chunk.size() / STRIDE;
        int first = row / STRIDE;
        if (marks.length < count) {
            marks = Arrays.copyOf(marks, count);
        }
        for (int mark = first; mark < count; mark++) {
            marks[mark] = new Sums();
            if (mark > 0) {
                marks[mark].add(marks[mark - 1]);
            }
            chunk.addEach(mark * STRIDE, (mark + 1) * STRIDE, marks[mark]);
        }
    }

    /** Adds the sums of neighbouring rows. */
    void addBetween(int from, int until, Chunk chunk, Sums sums) {
        if (until - from <= STRIDE) {
            chunk.addEach(from, until, sums);
            return;
        }
        addBefore(until, chunk, sums);
        if (from > 0) {
            Sums before = new Sums();
            addBefore(from, chunk, before);
            sums.subtract(before);
        }
    }

    private void addBefore(int row, Chunk chunk, Sums sums) {
        int mark = row / STRIDE;
        if (mark > 0) {
            sums.add(marks[mark - 1]);
        }
        chunk.addEach(mark * STRIDE, row, sums);
    }
}
