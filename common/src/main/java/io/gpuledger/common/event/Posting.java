package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;

/**
 * A step: from {@code at} on the cost rate of a cell changes by {@code rate}, its GPUs by {@code milliGpus}. Each step
 * is posted once for its owner and once for its account.
 *
 * @param scope in whose books it stands
 * @param resource the pod or job behind it
 * @param name the resource's name
 * @param milliGpus change of GPUs held, in thousandths; counted on the compute component only
 * @param unpricedMilliGpus the part of {@code milliGpus} that has no known price
 * @param source where the price came from
 * @param cause the id of the observation that made the meter post it
 */
public record Posting(
        Scope scope,
        Cell cell,
        String resource,
        String name,
        Instant at,
        HourlyRate rate,
        long milliGpus,
        long unpricedMilliGpus,
        PriceSource source,
        String cause)
        implements BookEntry {

    public Posting {
        InvalidValue.unless(scope != null, "scope", "is required");
        InvalidValue.unless(cell != null, "cell", "is required");
        resource = Limits.name("resource", resource);
        at = Limits.instant("at", at);
        InvalidValue.unless(rate != null, "rate", "is required");
        InvalidValue.unless(source != null, "source", "is required");
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
