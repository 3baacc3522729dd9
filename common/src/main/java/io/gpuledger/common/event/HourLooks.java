package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Duration;
import java.time.Instant;

/**
 * How busy the GPUs of a cell were in a UTC hour, as one meter saw them. Each look at a running pod that told its utilisation
 * weighs as many milli-GPUs as the pod held. The sums only grow: of two records of one hour, cell and partition the one with the
 * larger {@code milliGpus} is true.
 *
 * @param cell of the component compute
 * @param from start of the hour
 * @param percents sum of percent times milli-GPUs
 * @param milliGpus sum of the milli-GPUs looked at, above zero
 * @param partition the meter's partition
 */
public record HourLooks(Cell cell, Instant from, long percents, long milliGpus, int partition) implements UsageEntry {

    private static final Duration HOUR = Duration.ofHours(1);

    public HourLooks {
        InvalidValue.unless(cell != null, "cell", "is required");
        from = Limits.instant("from", from);
        InvalidValue.unless(from.toEpochMilli() % HOUR.toMillis() == 0, "from", "must be a full hour");
        InvalidValue.unless(milliGpus > 0, "milliGpus", "must be above zero");
        InvalidValue.unless(percents >= 0 && percents / 100 <= milliGpus, "percents", "must be from 0 to 100 each");
        InvalidValue.unless(partition >= 0, "partition", "must not be negative");
    }

    @Override
    @JsonIgnore
    public Instant at() {
        return from.plus(HOUR);
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "#" + milliGpus;
    }

    @Override
    @JsonIgnore
    public String key() {
        return "looks/" + partition + "|" + cell.owner() + "|" + cell.account() + "|" + cell.sku() + "|" + from;
    }
}
