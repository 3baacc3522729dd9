package io.gpuledger.common.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A provider's price list from an instant on. Rows without a real offer are left out before it is made: a placeholder
 * price is no price.
 */
public record PricesListed(String provider, Instant at, List<Row> rows) implements Event {

    public static final int ROWS_MAX = 10_000;

    public PricesListed {
        provider = Limits.name("provider", provider);
        at = Limits.instant("at", at);
        InvalidValue.unless(rows != null, "rows", "is required");
        InvalidValue.unless(rows.size() <= ROWS_MAX, "rows", "must be at most " + ROWS_MAX);
        rows = List.copyOf(rows);
    }

    /**
     * One offer.
     *
     * @param cloud the provider's class of hosts ({@code secure}, {@code community}) where it has several
     * @param perGpuHour dollars per single GPU and hour, above zero
     * @param memoryGb GPU memory in GB
     */
    public record Row(
            String sku,
            String name,
            Tier tier,
            @Nullable String cloud,
            HourlyRate perGpuHour,
            @Nullable Integer memoryGb) {
        public Row {
            sku = Limits.name("sku", sku);
            name = name == null || name.isBlank() ? sku : Limits.name("name", name);
            tier = tier == null ? Tier.ON_DEMAND : tier;
            InvalidValue.unless(perGpuHour != null, "perGpuHour", "is required");
            InvalidValue.unless(perGpuHour.nanoDollars() > 0, "perGpuHour", "must be above zero");
        }
    }

    @Override
    @JsonIgnore
    public String id() {
        return provider + "/prices@" + at.toEpochMilli();
    }

    @Override
    @JsonIgnore
    public String key() {
        return provider;
    }
}
