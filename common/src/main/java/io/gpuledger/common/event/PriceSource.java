package io.gpuledger.common.event;

/** Where a price came from. {@code NONE} is an unknown price: its GPU-hours are unpriced, its cost is not zero. */
public enum PriceSource {
    OBSERVED,
    CATALOGUE,
    ASSUMED,
    AMORTISED,
    BILLED,
    NONE
}
