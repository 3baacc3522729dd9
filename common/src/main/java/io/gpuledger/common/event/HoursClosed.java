package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;

/**
 * One partition of the books has told the usage of every hour before an instant, and of earlier ones every correction there
 * was.
 *
 * @param at ledger time when it was said
 * @param until hours that end by then are told; not after {@code at}
 * @param partition the partition of the books
 * @param partitions how many there are
 */
public record HoursClosed(Instant at, Instant until, int partition, int partitions) implements UsageEntry {

    public HoursClosed {
        at = Limits.instant("at", at);
        until = Limits.instant("until", until);
        InvalidValue.unless(!until.isAfter(at), "until", "must not be after at");
        InvalidValue.unless(partitions > 0, "partitions", "must be positive");
        InvalidValue.unless(partition >= 0 && partition < partitions, "partition", "must be below partitions");
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return "closed/" + partition;
    }
}
