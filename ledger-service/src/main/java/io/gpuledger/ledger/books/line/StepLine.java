package io.gpuledger.ledger.books.line;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A step function of cost rate and GPUs over time: its items in time order, in chunks, so that a late one moves few and
 * the sum up to an instant is one of few terms. A step counts from its instant on; an impulse at {@code at} counts in
 * {@code [from, until)} where {@code from <= at < until}.
 */
public final class StepLine {

    private static final Chunk NOTHING = new Chunk();

    private Chunk[] chunks = new Chunk[1];
    private int count;
    private int size;
    private final Remembered remembered = new Remembered();

    public int size() {
        return size;
    }

    /** Puts an item in its place; one that is there already is replaced. */
    public void put(Item item) {
        remembered.forget();
        if (count == 0) {
            chunks[count++] = new Chunk();
        }
        int at = chunkOf(item);
        Chunk chunk = chunks[at];
        int row = chunk.find(item);
        if (row >= 0) {
            chunk.replace(row, item);
            return;
        }
        size++;
        if (chunk.size() < Chunk.ITEMS_MAX) {
            chunk.insert(-row - 1, item);
            return;
        }
        boolean append = at == count - 1 && -row - 1 == chunk.size();
        Chunk upper = append ? new Chunk() : chunk.split();
        insertChunk(at + 1, upper);
        Chunk home = append || upper.compare(0, item) < 0 ? upper : chunk;
        home.insert(-home.find(item) - 1, item);
    }

    private void insertChunk(int place, Chunk chunk) {
        if (count == chunks.length) {
            chunks = Arrays.copyOf(chunks, count + (count >> 1) + 1);
        }
        System.arraycopy(chunks, place, chunks, place + 1, count - place);
        chunks[place] = chunk;
        count++;
    }

    /** Takes an item out; nothing happens where it is not there. */
    public void remove(Item item) {
        remembered.forget();
        if (count == 0) {
            return;
        }
        int at = chunkOf(item);
        int row = chunks[at].find(item);
        if (row < 0) {
            return;
        }
        chunks[at].remove(row);
        size--;
        if (chunks[at].size() == 0) {
            System.arraycopy(chunks, at + 1, chunks, at, count - at - 1);
            chunks = Arrays.copyOf(chunks, Math.max(1, count - 1));
            count--;
        }
    }

    /** The item of the same instant, resource, name, job and knowledge instant. */
    public @Nullable Item find(Item item) {
        if (count == 0) {
            return null;
        }
        Chunk chunk = chunks[chunkOf(item)];
        int row = chunk.find(item);
        return row < 0 ? null : chunk.item(row);
    }

    /** The last chunk whose first item is not after the item, or the first chunk. */
    private int chunkOf(Item item) {
        int low = 1;
        int high = count;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (chunks[middle].compare(0, item) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** Adds the sums of everything before an instant. */
    public void addBefore(long at, Sums sums) {
        new Walk().to(at, sums);
    }

    /** The same for an instant that many ask for; the sums are not to be changed. */
    public Sums before(long at) {
        return remembered.before(at, () -> {
            Sums before = new Sums();
            addBefore(at, before);
            return before;
        });
    }

    /** A way along the line, forward only. */
    public Walk walk() {
        return new Walk();
    }

    /** Goes along the line from its start; each move adds what lies between. */
    public final class Walk {
        private int chunk;
        private int row;

        private Walk() {}

        /** Adds everything that was not passed yet and lies before an instant. */
        public void to(long at, Sums sums) {
            while (chunk < count) {
                Chunk here = chunks[chunk];
                if (here.lastAt() < at) {
                    if (row == 0) {
                        sums.add(here.sums);
                    } else {
                        here.addRows(row, here.size(), sums);
                    }
                    chunk++;
                    row = 0;
                } else {
                    int until = here.firstFrom(at);
                    here.addRows(row, until, sums);
                    row = until;
                    return;
                }
            }
        }

        /** The instant of the next item; {@link Long#MAX_VALUE} at the end. */
        public long next() {
            return chunk < count ? chunks[chunk].at(row) : Long.MAX_VALUE;
        }
    }

    /** Shows the items before an instant in time order. */
    public void visit(long until, Consumer<Row> visitor) {
        Row row = new Row();
        for (int c = 0; c < count && chunks[c].firstAt() < until; c++) {
            row.chunk = chunks[c];
            int rows = row.chunk.size();
            for (row.row = 0; row.row < rows && row.at() < until; row.row++) {
                visitor.accept(row);
            }
        }
    }

    /** An item as it is shown: the same object for all of them. */
    public static final class Row {
        private Chunk chunk = NOTHING;
        private int row;

        private Row() {}

        public long at() {
            return chunk.at(row);
        }

        public long known() {
            return chunk.known(row);
        }

        public int resource() {
            return chunk.resource(row);
        }

        public int name() {
            return chunk.name(row);
        }

        public int job() {
            return chunk.job(row);
        }

        public long by(int column) {
            return chunk.by(row, column);
        }

        public boolean mayBeImpulse() {
            return chunk.hasImpulses();
        }

        public void addImpulse(int column, long[] sum, int i) {
            chunk.addImpulse(row, column, sum, i);
        }

        public Item item() {
            return chunk.item(row);
        }
    }
}
