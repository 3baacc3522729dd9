package io.gpuledger.ledger.books.line;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** At most {@value #ITEMS_MAX} neighbouring items of a line as rows of two arrays, with their sums. */
final class Chunk {

    static final int ITEMS_MAX = 256;
    private static final int ITEMS_FIRST = 4;

    private static final int LONGS = 6;
    private static final int KNOWN = 1;
    private static final int COST = 2;
    private static final int GPUS = 3;
    private static final int UNPRICED = 4;
    private static final int NUMBER = 5;

    private static final int INTS = 4;
    private static final int NAME = 1;
    private static final int JOB = 2;
    private static final int CAUSE = 3;

    private static final int IMPULSE = 2 * Sums.COLUMNS;

    private long[] longs = new long[ITEMS_FIRST * LONGS];
    private int[] ints = new int[ITEMS_FIRST * INTS];
    private long @Nullable [] impulses;
    private int size;
    final Sums sums = new Sums();
    private final Marks marks = new Marks();

    int size() {
        return size;
    }

    long at(int row) {
        return longs[row * LONGS];
    }

    long known(int row) {
        return longs[row * LONGS + KNOWN];
    }

    long firstAt() {
        return at(0);
    }

    long lastAt() {
        return at(size - 1);
    }

    int resource(int row) {
        return ints[row * INTS];
    }

    int name(int row) {
        return ints[row * INTS + NAME];
    }

    int job(int row) {
        return ints[row * INTS + JOB];
    }

    /** What a step changes of a column. */
    long by(int row, int column) {
        return longs[row * LONGS + COST + column];
    }

    boolean hasImpulses() {
        return impulses != null;
    }

    /** Adds an impulse's part to a 128-bit sum. */
    void addImpulse(int row, int column, long[] sum, int i) {
        if (impulses != null) {
            int at = row * IMPULSE + 2 * column;
            Wide.add(sum, i, impulses[at], impulses[at + 1]);
        }
    }

    /** The row of an item, or where it belongs, negative and less one. */
    int find(Item item) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = compare(middle, item);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    int compare(int row, Item item) {
        int order = Long.compare(at(row), item.at());
        order = order != 0 ? order : Integer.compare(ints[row * INTS], item.resource());
        order = order != 0 ? order : Long.compare(known(row), item.known());
        order = order != 0 ? order : Integer.compare(ints[row * INTS + JOB], item.job());
        return order != 0 ? order : Integer.compare(ints[row * INTS + NAME], item.name());
    }

    /** The first row that is not before an instant. */
    int firstFrom(long at) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (at(middle) < at) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    Item item(int row) {
        int l = row * LONGS;
        int i = row * INTS;
        return new Item(
                longs[l],
                longs[l + KNOWN],
                ints[i],
                ints[i + NAME],
                ints[i + JOB],
                ints[i + CAUSE],
                longs[l + NUMBER],
                longs[l + COST],
                longs[l + GPUS],
                longs[l + UNPRICED],
                impulse(row));
    }

    private long @Nullable [] impulse(int row) {
        if (impulses == null) {
            return null;
        }
        long[] impulse = Arrays.copyOfRange(impulses, row * IMPULSE, (row + 1) * IMPULSE);
        return Arrays.stream(impulse).allMatch(part -> part == 0) ? null : impulse;
    }

    void insert(int row, Item item) {
        if ((size + 1) * LONGS > longs.length) {
            grow();
        }
        System.arraycopy(longs, row * LONGS, longs, (row + 1) * LONGS, (size - row) * LONGS);
        System.arraycopy(ints, row * INTS, ints, (row + 1) * INTS, (size - row) * INTS);
        if (impulses != null) {
            System.arraycopy(impulses, row * IMPULSE, impulses, (row + 1) * IMPULSE, (size - row) * IMPULSE);
        }
        size++;
        write(row, item);
        addRow(row, sums);
        marks.redo(row, this);
    }

    private void grow() {
        int rows = Math.min(ITEMS_MAX, size + (size >> 1) + 2);
        longs = Arrays.copyOf(longs, rows * LONGS);
        ints = Arrays.copyOf(ints, rows * INTS);
        impulses = impulses == null ? null : Arrays.copyOf(impulses, rows * IMPULSE);
    }

    private void write(int row, Item item) {
        int l = row * LONGS;
        longs[l] = item.at();
        longs[l + KNOWN] = item.known();
        longs[l + COST] = item.nanoDollars();
        longs[l + GPUS] = item.milliGpus();
        longs[l + UNPRICED] = item.unpricedMilliGpus();
        longs[l + NUMBER] = item.number();
        int i = row * INTS;
        ints[i] = item.resource();
        ints[i + NAME] = item.name();
        ints[i + JOB] = item.job();
        ints[i + CAUSE] = item.cause();
        if (item.impulse() != null && impulses == null) {
            impulses = new long[longs.length / LONGS * IMPULSE];
        }
        if (impulses != null) {
            long[] impulse = item.impulse() == null ? new long[IMPULSE] : item.impulse();
            System.arraycopy(impulse, 0, impulses, row * IMPULSE, IMPULSE);
        }
    }

    void replace(int row, Item item) {
        write(row, item);
        sumAgain(row);
    }

    void remove(int row) {
        System.arraycopy(longs, (row + 1) * LONGS, longs, row * LONGS, (size - row - 1) * LONGS);
        System.arraycopy(ints, (row + 1) * INTS, ints, row * INTS, (size - row - 1) * INTS);
        if (impulses != null) {
            System.arraycopy(impulses, (row + 1) * IMPULSE, impulses, row * IMPULSE, (size - row - 1) * IMPULSE);
        }
        size--;
        sumAgain(row);
    }

    /** Takes the upper half of the rows out, as a chunk of their own. */
    Chunk split() {
        Chunk upper = new Chunk();
        int half = size / 2;
        for (int row = half; row < size; row++) {
            upper.insert(upper.size, item(row));
        }
        size = half;
        sumAgain(half);
        return upper;
    }

    private void sumAgain(int row) {
        marks.redo(row, this);
        sums.clear();
        marks.addBetween(0, size, this, sums);
    }

    /** Adds the sums of neighbouring rows. */
    void addRows(int from, int until, Sums sum) {
        marks.addBetween(from, until, this, sum);
    }

    void addEach(int from, int until, Sums sum) {
        for (int row = from; row < until; row++) {
            addRow(row, sum);
        }
    }

    private void addRow(int row, Sums sum) {
        int l = row * LONGS;
        sum.addStep(longs[l], Sums.COST, longs[l + COST]);
        sum.addStep(longs[l], Sums.GPUS, longs[l + GPUS]);
        sum.addStep(longs[l], Sums.UNPRICED, longs[l + UNPRICED]);
        if (impulses != null) {
            sum.addImpulse(impulses, row * IMPULSE);
        }
    }
}
