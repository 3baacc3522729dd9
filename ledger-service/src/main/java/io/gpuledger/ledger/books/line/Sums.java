package io.gpuledger.ledger.books.line;

/**
 * What is known of a step function at an instant, for each of the three things that are counted: the sum of the steps
 * before it, and the sum of each step times its instant less the impulses. From both follows what was spent by any later
 * instant {@code t} before the next step: {@code t·steps − moments}. All of it is addition, so order does not matter.
 */
public final class Sums {

    public static final int COST = 0;
    public static final int GPUS = 1;
    public static final int UNPRICED = 2;
    public static final int COLUMNS = 3;

    private static final int STEPS = 0;
    private static final int MOMENTS = 2;
    private static final int WIDTH = 4;

    final long[] numbers = new long[COLUMNS * WIDTH];

    void addStep(long at, int column, long by) {
        if (by != 0) {
            int i = column * WIDTH;
            Wide.add(numbers, i + STEPS, by);
            Wide.addProduct(numbers, i + MOMENTS, by, at);
        }
    }

    void addImpulse(long[] impulse, int from) {
        for (int column = 0; column < COLUMNS; column++) {
            int i = from + 2 * column;
            Wide.subtract(numbers, column * WIDTH + MOMENTS, impulse[i], impulse[i + 1]);
        }
    }

    public void add(Sums other) {
        for (int i = 0; i < numbers.length; i += 2) {
            Wide.add(numbers, i, other.numbers[i], other.numbers[i + 1]);
        }
    }

    public void subtract(Sums other) {
        for (int i = 0; i < numbers.length; i += 2) {
            Wide.subtract(numbers, i, other.numbers[i], other.numbers[i + 1]);
        }
    }

    public void clear() {
        java.util.Arrays.fill(numbers, 0);
    }

    /** Adds to a 128-bit sum what was spent by an instant. */
    public void addSpentBy(long at, int column, long[] sum, int i) {
        int from = column * WIDTH;
        Wide.addTimes(sum, i, numbers, from + STEPS, at);
        Wide.subtract(sum, i, numbers[from + MOMENTS], numbers[from + MOMENTS + 1]);
    }

    private boolean isNothing(int column) {
        int from = column * WIDTH;
        return Wide.isZero(numbers, from + STEPS) && Wide.isZero(numbers, from + MOMENTS);
    }

    /** Takes from a 128-bit sum what was spent by an instant. */
    public void takeSpentBy(long at, int column, long[] sum, int i) {
        if (!isNothing(column)) {
            long[] by = new long[2];
            addSpentBy(at, column, by, 0);
            Wide.subtract(sum, i, by[0], by[1]);
        }
    }

    /** Adds to a 128-bit sum the rate that holds. */
    public void addRate(int column, long[] sum, int i) {
        int from = column * WIDTH;
        Wide.add(sum, i, numbers[from + STEPS], numbers[from + STEPS + 1]);
    }

    public boolean ratesAreZero() {
        for (int column = 0; column < COLUMNS; column++) {
            if (!Wide.isZero(numbers, column * WIDTH + STEPS)) {
                return false;
            }
        }
        return true;
    }

    public boolean isNothing() {
        for (long number : numbers) {
            if (number != 0) {
                return false;
            }
        }
        return true;
    }
}
