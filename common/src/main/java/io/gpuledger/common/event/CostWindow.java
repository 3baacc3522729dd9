package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an owner spent in a closed window. A correction is a further record of the same window with the next revision; the
 * highest revision is true.
 *
 * @param window {@code 1m}, {@code 1h} or {@code 1d}; days are UTC
 * @param from inclusive
 * @param until exclusive; also {@code at}
 * @param revision 0 for the first record, then 1, 2, …
 * @param components the cost by component; adds up to {@code cost}
 * @param unpriced the part of {@code gpuTime} whose price is unknown
 * @param costPerGpuHour direct, that is without overheads; absent where no GPU was held
 * @param costPerGpuHourNormalised with overheads; absent where no GPU was held
 * @param reconciled the part of the direct cost that bills cover; absent where they cover none
 * @param reconciledGpuTime the part of {@code gpuTime} that bills cover; absent where they cover none
 */
public record CostWindow(
        String owner,
        String window,
        Instant from,
        Instant until,
        int revision,
        Money cost,
        Map<Component, Money> components,
        GpuTime gpuTime,
        GpuTime unpriced,
        @Nullable HourlyRate costPerGpuHour,
        @Nullable HourlyRate costPerGpuHourNormalised,
        @Nullable Money reconciled,
        @Nullable GpuTime reconciledGpuTime)
        implements Event {

    public CostWindow {
        InvalidValue.unless(revision >= 0, "revision", "must not be negative");
        reconciled = reconciled == null || reconciled.signum() == 0 ? null : reconciled;
        reconciledGpuTime = reconciledGpuTime == null || reconciledGpuTime.signum() == 0 ? null : reconciledGpuTime;
    }

    @Override
    @JsonIgnore
    public Instant at() {
        return until;
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "#" + revision;
    }

    @Override
    @JsonIgnore
    public String key() {
        return owner + "|" + window + "|" + from;
    }
}
