package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.GpuTime;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import io.gpuledger.common.value.Money;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was used directly in a closed UTC hour, by every dimension but the component: overheads are not in it, they are shared by
 * it. A correction is a further record with the next revision; the highest revision is true.
 *
 * @param from start of the hour
 * @param revision 0 for the first record, then 1, 2, …
 * @param gpuTime GPUs held
 * @param cost direct cost, corrections by bills included; below zero where a credit outweighs it
 * @param allocated the part of {@code gpuTime} that jobs held; absent where none did
 */
public record HourUsage(
        String owner,
        @Nullable String project,
        @Nullable String costCentre,
        AccountRef account,
        @Nullable String cluster,
        @Nullable String sku,
        Tier tier,
        Instant from,
        int revision,
        GpuTime gpuTime,
        Money cost,
        @Nullable GpuTime allocated)
        implements UsageEntry {

    private static final Duration HOUR = Duration.ofHours(1);

    public HourUsage {
        owner = Limits.name("owner", owner);
        InvalidValue.unless(account != null, "account", "is required");
        InvalidValue.unless(tier != null, "tier", "is required");
        from = Limits.instant("from", from);
        InvalidValue.unless(from.toEpochMilli() % HOUR.toMillis() == 0, "from", "must be a full hour");
        InvalidValue.unless(revision >= 0, "revision", "must not be negative");
        gpuTime = gpuTime == null ? GpuTime.ZERO : gpuTime;
        cost = cost == null ? Money.ZERO : cost;
        allocated = allocated == null || allocated.signum() == 0 ? null : allocated;
    }

    @JsonIgnore
    public boolean isNothing() {
        return gpuTime.signum() == 0 && cost.signum() == 0;
    }

    /** The cell of a component with these dimensions. */
    public Cell cell(Component component) {
        return new Cell(owner, project, costCentre, account, cluster, sku, tier, component);
    }

    @Override
    @JsonIgnore
    public Instant at() {
        return from.plus(HOUR);
    }

    @Override
    @JsonIgnore
    public String id() {
        return key() + "#" + revision;
    }

    @Override
    @JsonIgnore
    public String key() {
        return String.join("|", owner, text(project), text(costCentre), account.toString(), text(cluster), text(sku))
                + "|" + tier + "|" + from;
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
