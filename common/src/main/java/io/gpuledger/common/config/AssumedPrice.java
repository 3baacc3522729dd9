package io.gpuledger.common.config;

import io.gpuledger.common.value.HourlyRate;
import io.gpuledger.common.value.InvalidValue;
import io.gpuledger.common.value.Limits;

/** A price to use where neither the pod nor a price list tells one. */
public record AssumedPrice(String sku, HourlyRate perGpuHour) {
    public AssumedPrice {
        sku = Limits.name("sku", sku);
        InvalidValue.unless(perGpuHour != null && perGpuHour.nanoDollars() > 0, "perGpuHour", "must be above zero");
        HourlyRate.check("perGpuHour", perGpuHour, HourlyRate.PER_GPU_MAX);
    }
}
