package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;

/**
 * A poll that brought no answer, written once to every partition. It ends no pod; it moves ledger time on.
 *
 * @param reason one word: {@code unauthorized}, {@code forbidden}, {@code rate_limited}, {@code gone}, {@code
 *     unavailable}, {@code malformed}, {@code timeout}
 * @param detail one line for a person; holds no secret
 */
public record PollFailed(AccountRef account, Instant at, String reason, String detail, int partition, int partitions)
        implements PodEvent {

    public PollFailed {
        InvalidValue.unless(account != null, "account", "is required");
        at = Limits.instant("at", at);
        reason = Limits.name("reason", reason);
        detail = detail == null ? "" : detail.substring(0, Math.min(detail.length(), Limits.NAME_CHARS_MAX));
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
