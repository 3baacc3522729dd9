package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;

/**
 * The marker that ends a poll, written once to every partition: these were all the pods there are.
 *
 * @param at the poll's instant, the same as on its observations
 * @param pods how many pods of this poll were written to this partition
 * @param partition the partition this marker is for
 * @param partitions how many partitions {@code pods.v1} had when the poll was written
 */
public record PollCompleted(AccountRef account, Instant at, int pods, int partition, int partitions)
        implements PodEvent {

    public PollCompleted {
        InvalidValue.unless(account != null, "account", "is required");
        at = Limits.instant("at", at);
        InvalidValue.unless(pods >= 0, "pods", "must not be negative");
        InvalidValue.unless(partitions > 0, "partitions", "must be positive");
        InvalidValue.unless(partition >= 0 && partition < partitions, "partition", "must be below partitions");
    }

    @Override
    @JsonIgnore
    public String id() {
        return account + "/poll@" + at.toEpochMilli() + "#" + partition;
    }

    @Override
    @JsonIgnore
    public String key() {
        return account.toString();
    }
}
