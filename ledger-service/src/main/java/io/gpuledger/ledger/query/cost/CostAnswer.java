package io.gpuledger.ledger.query.cost;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was spent, in rows that add up to the total, to the last unit.
 *
 * @param until the end of what is answered: the end asked for, or ledger time where that is earlier
 * @param ledgerTime up to when the ledger knows what happened; absent before the first poll
 * @param asKnownAt the instant whose knowledge this answers from; absent where it is all that is known
 * @param rows those of the page asked for
 * @param rowsInAll rows of all pages
 * @param next the offset of the next page; absent on the last
 */
public record CostAnswer(
        Instant from,
        Instant until,
        @Nullable Instant ledgerTime,
        @Nullable Instant asKnownAt,
        List<Row> rows,
        int rowsInAll,
        @Nullable Integer next,
        Row total) {

    /**
     * Cost of one group in one window.
     *
     * @param group the dimensions asked for and their values; a dimension without a value is empty
     * @param cost all components together
     * @param components cost by component
     * @param gpuTime GPUs held, and so billed
     * @param allocated the part of it that jobs held
     * @param unpriced the part of it whose price is unknown, which is not free
     * @param costPerGpuHour direct, that is without overheads; absent where no GPU was held
     * @param costPerGpuHourNormalised with overheads; absent where no GPU was held
     * @param share of the total; absent where that is nothing
     * @param estimated the share of the cost that is held at the last known rate, without news; absent where none is
     * @param reconciled the share of the direct cost that bills cover; absent where they cover none
     */
    public record Row(
            Map<String, String> group,
            Instant from,
            Instant until,
            Money cost,
            Map<Component, Money> components,
            GpuTime gpuTime,
            GpuTime allocated,
            GpuTime unpriced,
            @Nullable HourlyRate costPerGpuHour,
            @Nullable HourlyRate costPerGpuHourNormalised,
            @Nullable BigDecimal share,
            @Nullable BigDecimal estimated,
            @Nullable BigDecimal reconciled,
            State state) {}

    /** Whether bills confirmed a cost. */
    public enum State {
        /** Not all of it is covered by a bill, or none. */
        PROVISIONAL,
        /** All direct cost, and all GPU time, is covered: no more is to be billed for it. */
        RECONCILED
    }
}
