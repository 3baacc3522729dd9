package io.gpuledger.common.inbox;

import java.util.OptionalLong;
import java.util.TreeSet;

/** Which offsets of a partition were met, and which of them are not finished. For one thread at a time. */
public final class Places {

    private final TreeSet<Long> unfinished = new TreeSet<>();
    private long next = -1;

    /** Met, and nothing is to be done about it. */
    public void pass(long offset) {
        next = offset + 1;
    }

    /** Met, and not finished. */
    public void begin(long offset) {
        pass(offset);
        unfinished.add(offset);
    }

    public void finish(long offset) {
        unfinished.remove(offset);
    }

    public int unfinished() {
        return unfinished.size();
    }

    /** The first that is not finished, else the next to come; absent before the first. */
    public OptionalLong safe() {
        if (next < 0) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(unfinished.isEmpty() ? next : unfinished.first());
    }
}
