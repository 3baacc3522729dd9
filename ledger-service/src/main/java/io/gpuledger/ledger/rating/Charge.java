package io.gpuledger.ledger.rating;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Use;
import io.gpuledger.common.value.HourlyRate;
import org.jspecify.annotations.Nullable;

/**
 * A cost rate in a cell, with the GPUs it pays for; {@code unpricedMilliGpus} of them have no known price.
 *
 * @param use absent where no job is known of the resource
 * @param job the job that holds the share; absent where none does
 * @param estimated held at what was last known, without news
 * @param reconciled a bill covers it
 */
public record Charge(
        Cell cell,
        PriceSource source,
        HourlyRate rate,
        long milliGpus,
        long unpricedMilliGpus,
        @Nullable Use use,
        @Nullable String job,
        boolean estimated,
        boolean reconciled) {

    /** A charge for a resource as a whole, resting on news. */
    static Charge of(Cell cell, PriceSource source, HourlyRate rate, long milliGpus) {
        return new Charge(cell, source, rate, milliGpus, 0, null, null, false, false);
    }

    static Charge unpriced(Cell cell, long milliGpus) {
        return new Charge(cell, PriceSource.NONE, HourlyRate.ZERO, milliGpus, milliGpus, null, null, false, false);
    }

    Charge heldBy(String name) {
        return new Charge(cell, source, rate, milliGpus, unpricedMilliGpus, Use.JOB, name, estimated, reconciled);
    }

    /** The same, covered by a bill. */
    public Charge billed() {
        return new Charge(cell, source, rate, milliGpus, unpricedMilliGpus, use, job, estimated, true);
    }

    Charge held() {
        return new Charge(cell, source, rate, milliGpus, unpricedMilliGpus, use, job, true, reconciled);
    }
}
