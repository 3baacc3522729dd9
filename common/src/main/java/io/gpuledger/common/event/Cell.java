package io.gpuledger.common.event;

import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import org.jspecify.annotations.Nullable;

/** One combination of the dimensions cost is kept by. */
public record Cell(
        String owner,
        @Nullable String project,
        @Nullable String costCentre,
        AccountRef account,
        @Nullable String cluster,
        @Nullable String sku,
        Tier tier,
        Component component) {

    /** Whom cost belongs to when no rule says: an owner like any other, and always shown. */
    public static final String UNATTRIBUTED = "unattributed";

    public Cell {
        owner = Limits.name("owner", owner);
        InvalidValue.unless(account != null, "account", "is required");
        InvalidValue.unless(tier != null, "tier", "is required");
        InvalidValue.unless(component != null, "component", "is required");
    }

    /** The cell of the same dimensions and another component. */
    public Cell of(Component other) {
        return new Cell(owner, project, costCentre, account, cluster, sku, tier, other);
    }
}
