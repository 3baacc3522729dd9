package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;

/**
 * One meter partition has passed an instant of an account; written to every partition of {@code postings.v1}. What rests
 * on an instant may be judged when all {@code partitions} meters have passed it.
 *
 * @param observed true where the poll was answered, false where it failed
 * @param partition the meter's partition
 * @param partitions how many meter partitions there are
 */
public record Tick(AccountRef account, Instant at, boolean observed, int partition, int partitions)
        implements BookEntry {

    public Tick {
        InvalidValue.unless(account != null, "account", "is required");
        at = Limits.instant("at", at);
        InvalidValue.unless(partitions > 0, "partitions", "must be positive");
        InvalidValue.unless(partition >= 0 && partition < partitions, "partition", "must be below partitions");
    }

    @Override
    @JsonIgnore
    public String id() {
        return account + "/tick@" + at.toEpochMilli() + "#" + partition;
    }

    @Override
    @JsonIgnore
    public String key() {
        return Scope.account(account).key();
    }
}
