package io.gpuledger.ledger.looks;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.HourLooks;
import java.time.Instant;

/** How busy a cell's GPUs were in an hour, as far as one meter saw: sums that only grow, changed in place. */
public final class HourSum {

    /** More is not counted: it could not be added up any more. */
    private static final long MILLI_GPUS_MAX = Long.MAX_VALUE / 400;

    private final Cell cell;
    private final long hour;
    private long percents;
    private long milliGpus;
    private long said;
    private boolean isTouched;
    private boolean isGone;

    /** @param said what was told of {@code milliGpus} */
    public HourSum(Cell cell, long hour, long percents, long milliGpus, long said) {
        this.cell = cell;
        this.hour = hour;
        this.percents = percents;
        this.milliGpus = milliGpus;
        this.said = said;
    }

    void add(int percent, long more) {
        if (milliGpus < MILLI_GPUS_MAX) {
            percents += percent * more;
            milliGpus += more;
        }
    }

    HourLooks say(int partition) {
        said = milliGpus;
        return new HourLooks(cell, Instant.ofEpochMilli(hour), percents, milliGpus, partition);
    }

    /** True where it was written as it was before this change. */
    public boolean touch() {
        boolean first = !isTouched;
        isTouched = true;
        return first;
    }

    public void written() {
        isTouched = false;
    }

    /** It is not in memory any more, so whoever has it must not change it. */
    public void leave() {
        isGone = true;
    }

    boolean isGone() {
        return isGone;
    }

    public boolean isSaid() {
        return said == milliGpus;
    }

    public Cell cell() {
        return cell;
    }

    /** Its start, epoch milliseconds. */
    public long hour() {
        return hour;
    }

    public long percents() {
        return percents;
    }

    public long milliGpus() {
        return milliGpus;
    }

    public long said() {
        return said;
    }
}
