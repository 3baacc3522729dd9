package io.gpuledger.ledger.query;

import io.gpuledger.common.event.Component;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was spent, in rows that add up to the total, to the last unit.
 *
 * @param until the end of what is answered: the end asked for, or ledger time where that is earlier
 * @param ledgerTime up to when the ledger knows what happened; absent before the first poll
 */
public record CostAnswer(
        Instant from, Instant until, @Nullable Instant ledgerTime, List<Row> rows, Row total) {

    /**
     * Cost of one group in one window.
     *
     * @param group the dimensions asked for and their values; a dimension without a value is empty
     * @param cost all components together
     * @param components cost by component
     * @param gpuTime GPUs held
     * @param unpriced the part of it whose price is unknown, which is not free
     * @param costPerGpuHour absent where no GPU was held
     */
    public record Row(
            Map<String, String> group,
            Instant from,
            Instant until,
            Money cost,
            Map<Component, Money> components,
            GpuTime gpuTime,
            GpuTime unpriced,
            @Nullable HourlyRate costPerGpuHour) {}
}
