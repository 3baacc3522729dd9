package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.value.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step: from {@code at} on the cost rate of a cell changes by {@code rate}, its GPUs by {@code milliGpus}; or an impulse:
 * at {@code at} the cell gains {@code amount}. Each is posted once for every scope it belongs to.
 *
 * @param scope in whose books it stands
 * @param resource the pod or job behind it
 * @param name the resource's name
 * @param use what the share of the resource was used for; absent where no job is known of it and it is charged as a whole
 * @param job the job that held the share; absent where no job did
 * @param at when it takes effect
 * @param known up to when the ledger had been told what happened when it posted this; absent where that is
 *     {@code at}
 * @param milliGpus change of GPUs held, in thousandths; counted on the compute component only
 * @param unpricedMilliGpus the part of {@code milliGpus} that has no known price
 * @param amount what the cell gains at once; absent for a step
 * @param estimated true where the cost is held at the last known rate, without news; else absent
 * @param reconciled true where a provider's bill covers it; else absent
 * @param source where the price came from
 * @param cause the id of the observation that made the meter post it
 */
public record Posting(
        Scope scope,
        Cell cell,
        String resource,
        String name,
        @Nullable Use use,
        @Nullable String job,
        Instant at,
        @Nullable Instant known,
        HourlyRate rate,
        long milliGpus,
        long unpricedMilliGpus,
        @Nullable Money amount,
        @Nullable Boolean estimated,
        @Nullable Boolean reconciled,
        PriceSource source,
        String cause)
        implements BookEntry {

    public Posting {
        InvalidValue.unless(scope != null, "scope", "is required");
        InvalidValue.unless(cell != null, "cell", "is required");
        resource = Limits.name("resource", resource);
        at = Limits.instant("at", at);
        known = known == null || known.equals(at) ? null : Limits.instant("known", known);
        rate = rate == null ? HourlyRate.ZERO : rate;
        Money.check("amount", amount);
        estimated = Boolean.TRUE.equals(estimated) ? true : null;
        reconciled = Boolean.TRUE.equals(reconciled) ? true : null;
        InvalidValue.unless(source != null, "source", "is required");
    }

    @JsonIgnore
    public boolean isHeld() {
        return estimated != null;
    }

    @JsonIgnore
    public boolean isBilled() {
        return reconciled != null;
    }

    /** Up to when the ledger had been told what happened when it posted this; later than {@code at} for a correction. */
    @JsonIgnore
    public Instant knownAt() {
        return known == null ? at : known;
    }

    @Override
    @JsonIgnore
    public String id() {
        return cause + ">" + scope.key() + "/" + cell.component() + "@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return scope.key();
    }
}
