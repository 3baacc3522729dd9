package io.gpuledger.ledger.books.line;

import java.util.Arrays;

/**
 * What was spent in each of several windows that follow one another, in several columns. Whole lines are added with their
 * sums at the cuts, single steps with their instants; the rest of a step's windows is worked out at the end.
 */
public final class Tally {

    private final long[] cuts;
    private final int columns;
    private final long[] spent;
    /** Steps that go on after the window they are in; none are kept for the last. */
    private final long[] steps;

    /** @param cuts the first window's start, then each window's end, ascending */
    public Tally(long[] cuts, int columns) {
        this.cuts = cuts;
        this.columns = columns;
        this.spent = new long[2 * columns * windows()];
        this.steps = new long[2 * columns * (windows() - 1)];
    }

    public int windows() {
        return cuts.length - 1;
    }

    public void addSpent(int window, int column, long[] number, int i) {
        Wide.add(spent, place(window, column), number[i], number[i + 1]);
    }

    /** @param at before the end of the last window */
    public void addStep(int column, long at, long by) {
        int window = windowOf(at);
        Wide.addProduct(spent, place(window, column), by, cuts[window + 1] - Math.max(at, cuts[0]));
        if (window + 1 < windows()) {
            Wide.add(steps, place(window, column), by);
        }
    }

    /** The window an instant lies in; the first where it lies before all of them. */
    public int windowOf(long at) {
        int found = Arrays.binarySearch(cuts, at);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    private int place(int window, int column) {
        return 2 * (window * columns + column);
    }

    /** Spreads the steps over the windows after theirs; once, when all is added. */
    public void finish() {
        long[] running = new long[2 * columns];
        for (int window = 1; window < windows(); window++) {
            long length = cuts[window + 1] - cuts[window];
            for (int column = 0; column < columns; column++) {
                int before = place(window - 1, column);
                Wide.add(running, 2 * column, steps[before], steps[before + 1]);
                Wide.addTimes(spent, place(window, column), running, 2 * column, length);
            }
        }
    }

    /** The columns of a window, each a number of {@link Wide}. */
    public long[] numbers(int window) {
        return Arrays.copyOfRange(spent, place(window, 0), place(window + 1, 0));
    }

    public boolean isNothing(int window) {
        for (int i = place(window, 0); i < place(window + 1, 0); i++) {
            if (spent[i] != 0) {
                return false;
            }
        }
        return true;
    }
}
