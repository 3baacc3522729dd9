package io.gpuledger.ledger.books;

import io.gpuledger.common.event.Cell;
import io.gpuledger.common.event.PriceSource;
import io.gpuledger.common.event.Use;
import org.jspecify.annotations.Nullable;

/**
 * What entries have in common that are added up on one line: every dimension but the resource and its job.
 *
 * @param use absent where no job is known of the resource
 * @param estimated held at the last known rate, without news
 * @param reconciled a provider's bill covers it
 */
public record Strand(Cell cell, @Nullable Use use, PriceSource source, boolean estimated, boolean reconciled) {}
