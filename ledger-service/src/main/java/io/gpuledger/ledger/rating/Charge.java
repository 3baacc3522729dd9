package io.gpuledger.ledger.rating;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.value.HourlyRate;

/** A cost rate in a cell, with the GPUs it pays for; {@code unpricedMilliGpus} of them have no known price. */
public record Charge(Cell cell, PriceSource source, HourlyRate rate, long milliGpus, long unpricedMilliGpus) {}
