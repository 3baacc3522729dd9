package io.gpuledger.ledger.overhead;

import io.gpuledger.common.event.Cell;

/**
 * What a cell bears of an overhead for a while.
 *
 * @param from epoch milliseconds, inclusive
 * @param until exclusive; {@link Stretch#OPEN} where no end is known
 * @param nanoDollars per hour
 * @param estimated true while the hour is not closed: shared as the hour before was
 */
public record Share(Cell cell, long from, long until, long nanoDollars, boolean estimated) {}
